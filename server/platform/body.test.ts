import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerToUnread, clientAddress, maskCardNumbers, parseJson, readBytes } from './body.ts';
import { Problem } from './problem.ts';

const parse = (text: string): unknown => parseJson(Buffer.from(text));

/** The code of the problem a function throws, with the pointers it names. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof Problem, String(error));
    return [error.code, ...(error.errors ?? []).map(({ pointer, code }) => `${pointer}:${code}`)].join(' ');
  }
  return assert.fail('was not refused');
}

test('JSON is read as it stands', () => {
  const value = {
    a: [1, -0.5, 1e300, true, null, ''],
    'a/b~c': { '😀': 'ä\u0301\u2028' },
    constructor: 1,
    toString: 2,
  };
  assert.deepEqual(parse(JSON.stringify(value)), value);
  assert.equal(parse('"x"'), 'x');
  assert.deepEqual(parse('\ufeff{}'), {}, 'a byte order mark is no text');
});

test('what is not UTF-8 or not JSON says which', () => {
  for (const bytes of [
    [0xff],
    [0xc3],
    [0x22, 0xc0, 0xaf, 0x22],
    [0x22, 0xed, 0xa0, 0x80, 0x22],
    [0xf5, 0x80, 0x80, 0x80],
  ])
    assert.equal(
      refusal(() => parseJson(Uint8Array.from(bytes))),
      'invalid_encoding',
    );
  for (const text of ['', ' ', '{', '{"a":}', "{'a':1}", '[1,]', 'NaN', 'undefined', '{"a":1}x', '"\n"', '01', '0x1'])
    assert.equal(
      refusal(() => parse(text)),
      'invalid_json',
      text,
    );
});

test('what PostgreSQL can not keep is refused at its place', () => {
  const cases: [string, string][] = [
    ['{"a":{"b":["x","\\u0000"]}}', '/a/b/1:control_character'],
    ['{"a":"\\ud800"}', '/a:lone_surrogate'],
    ['{"a/b~c":"\\udc00"}', '/a~1b~0c:lone_surrogate'],
    ['{"a\\u0000":1}', '/a:property_name'],
    ['{"\\udfff":1}', '/\ufffd:property_name'],
    ['[1e400]', '/0:number'],
    ['{"a":-1e999}', '/a:number'],
    ['{"__proto__":{"x":1}}', '/__proto__:property_name'],
    ['{"a":{"__proto__":null}}', '/a/__proto__:property_name'],
  ];
  for (const [text, place] of cases)
    assert.equal(
      refusal(() => parse(text)),
      `invalid_request ${place}`,
      text,
    );
});

test('nothing that is parsed changes what objects inherit', () => {
  const value = parse('{"constructor":{"prototype":{"polluted":1}},"a":{"hasOwnProperty":1}}') as object;
  assert.equal(Object.getPrototypeOf(value), Object.prototype);
  assert.equal(({} as { polluted?: number }).polluted, undefined);
});

test('nesting ends at 24 levels, however deep it goes on', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  assert.doesNotThrow(() => parse(nested(24)));
  for (const depth of [25, 1000, 100_000])
    assert.equal(
      refusal(() => parse(nested(depth))),
      `invalid_request ${'/0'.repeat(24)}:depth`,
      String(depth),
    );
});

test('a body full of faults names some of them, not all', () => {
  const many = `[${Array.from({ length: 500 }, () => '"\\u0000"').join(',')}]`;
  assert.equal(refusal(() => parse(many)).split(' ').length, 21);
});

/** A body that arrives in parts. */
function streamed(chunks: Iterable<Uint8Array>): Request {
  const parts = chunks[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => void parts.return?.(),
  });
  return new Request('http://localhost', { method: 'POST', body, duplex: 'half' } as RequestInit);
}

test('a body is read whole up to its limit, and to the byte no further', async () => {
  const parts = [Buffer.from('ab'), Buffer.from('c'), Buffer.alloc(0), Buffer.from('def')];
  assert.equal(Buffer.from(await readBytes(streamed(parts), 6)).toString(), 'abcdef');
  await assert.rejects(readBytes(streamed(parts), 5), { code: 'body_too_large', status: 413 });
  assert.equal((await readBytes(new Request('http://localhost', { method: 'POST' }), 5)).length, 0);
});

/** A body of zeros without end, with what became of it. */
function endless(size: number) {
  const seen = { bytes: 0, isCancelled: false };
  function* parts() {
    try {
      for (;;) {
        seen.bytes += size;
        yield Buffer.alloc(size);
      }
    } finally {
      seen.isCancelled = true;
    }
  }
  return { seen, request: streamed(parts()) };
}

test('an endless body is given up as soon as it passes its limit, and left to be discarded', async () => {
  const { seen, request } = endless(1024);
  await assert.rejects(readBytes(request, 10_240), { code: 'body_too_large', status: 413 });
  assert.ok(seen.bytes < 20 * 1024, `${seen.bytes} bytes were read`);
  assert.equal(request.body?.locked, false);
});

test('a body that ends early is refused, whether or not its length was told', async () => {
  const broken = () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('ECONNRESET')) });
    return new Request('http://localhost', { method: 'POST', body, duplex: 'half' } as RequestInit);
  };
  const announced = { headers: new Headers({ 'content-length': '9' }), arrayBuffer: () => broken().arrayBuffer() };
  for (const request of [broken(), announced as unknown as Request])
    await assert.rejects(readBytes(request, 10), { code: 'invalid_request' });
});

/** A body that goes on until it is told to end. */
function held() {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const start = (given: typeof controller) => {
    controller = given;
  };
  const body = new ReadableStream<Uint8Array>({ start });
  const request = new Request('http://localhost', { method: 'POST', body, duplex: 'half' } as RequestInit);
  return { request, send: () => controller.enqueue(Buffer.alloc(10)), end: () => controller.close() };
}

/** Reads an answer: what has come of it, and whether it has ended. */
function reading(answer: ReadableStream<Uint8Array>) {
  const seen = { text: '', isOver: false, end: Promise.resolve() };
  seen.end = (async () => {
    for await (const part of answer) seen.text += Buffer.from(part).toString();
    seen.isOver = true;
  })();
  return seen;
}

const aMoment = () => new Promise((resolve) => setImmediate(resolve));

test('an answer to an unread body comes at once and ends with that body', async () => {
  const { request, send, end } = held();
  const seen = reading(answerToUnread('said', request));
  for (let times = 0; times < 3; times += 1) {
    send();
    await aMoment();
    assert.deepEqual([seen.text, seen.isOver], ['said', false]);
  }
  end();
  await seen.end;
  assert.equal(seen.text, 'said');
});

test('what is sent after an answer is thrown away up to 64 MiB, and then no longer', async () => {
  const { seen, request } = endless(1024 ** 2);
  await reading(answerToUnread('said', request)).end;
  assert.ok(seen.bytes >= 64 * 1024 ** 2 && seen.bytes < 70 * 1024 ** 2, `${seen.bytes} bytes`);
  assert.ok(seen.isCancelled, 'its source is told to stop');
});

test('who sends nothing more after an answer is waited for for ten seconds', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const seen = reading(answerToUnread('said', held().request));
  await aMoment();
  t.mock.timers.tick(9999);
  await aMoment();
  assert.equal(seen.isOver, false);
  t.mock.timers.tick(1);
  await seen.end;
});

test('card numbers are masked, other long numbers are not', () => {
  const masked: [string, string][] = [
    ['4111 1111 1111 1111', '••••••••••••1111'],
    ['pay with 4111-1111-1111-1111 please', 'pay with ••••••••••••1111 please'],
    ['378282246310005', '•••••••••••0005'],
    ['4111111111111111 and 5500005555555559', '••••••••••••1111 and ••••••••••••5559'],
  ];
  for (const [text, expected] of masked) assert.equal(maskCardNumbers(text), expected);
  const kept = [
    '4111 1111 1111 1112',
    '+49 30 1234567890',
    '+4111111111111111',
    '2024-06-12 2024-06-13',
    '12345678901234567890123',
    'x',
  ];
  for (const text of kept) assert.equal(maskCardNumbers(text), text);
  assert.deepEqual(parse('{"phone":"4111111111111111","custom":{"a":["4111111111111111"]}}'), {
    phone: '4111111111111111',
    custom: { a: ['••••••••••••1111'] },
  });
});

test('the caller has the address of its socket, or what the nearest trusted proxies say', () => {
  const incoming = { socket: { remoteAddress: '203.0.113.7' } } as never;
  assert.equal(clientAddress(incoming, '198.51.100.1', 0), '203.0.113.7', 'without proxies no header counts');
  assert.equal(clientAddress(incoming, '198.51.100.1', 1), '198.51.100.1');
  assert.equal(
    clientAddress(incoming, '10.6.6.6, 198.51.100.1', 1),
    '198.51.100.1',
    'what a client wrote itself does not',
  );
  assert.equal(clientAddress(incoming, '198.51.100.1, 192.0.2.1', 2), '198.51.100.1');
  assert.equal(clientAddress(incoming, '2001:db8::1', 1), '2001:db8::1');
  for (const nonsense of ['', 'unknown', '_hidden', "1'; drop", '999.1.1.1', '198.51.100.1:80'])
    assert.equal(clientAddress(incoming, nonsense, 1), '203.0.113.7', nonsense);
  assert.equal(clientAddress(incoming, '198.51.100.1', 2), '203.0.113.7', 'fewer hops than proxies');
});
