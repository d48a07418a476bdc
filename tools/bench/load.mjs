/** The load: a small client in a process of its own that keeps some connections busy, each with one request at a time. */
import { connect } from 'node:net';
import { answerQuestions } from './children.mjs';
import { createRequest, listRequest } from './requests.mjs';

const requestsOf = { list: listRequest, create: createRequest };

answerQuestions({
  /**
   * Sends requests until there were enough, or for as long as it may take.
   * @returns {Promise<{ requests: number, seconds: number }>}
   */
  async send({ port, target, name, studios, connections, requests = Number.POSITIVE_INFINITY, seconds }) {
    const next = requestMaker(target, requestsOf[name], name, studios);
    const began = performance.now();
    let left = requests;
    const goesOn = () => {
      left -= 1;
      return left >= 0 && performance.now() - began < seconds * 1000;
    };
    const counts = await Promise.all(Array.from({ length: connections }, () => keepBusy(port, next, goesOn)));
    return { requests: counts.reduce((sum, count) => sum + count, 0), seconds: (performance.now() - began) / 1000 };
  },
});

/** The bytes of one request after the other, studio by studio. */
function requestMaker(target, request, name, studios) {
  let count = 0;
  return () => {
    const studio = count % studios.length;
    count += 1;
    const { method, path, headers, body } = request(studios[studio]);
    const lines = Object.entries(headers).map(([field, value]) => `${field}: ${value}\r\n`);
    const length = body ? `content-length: ${Buffer.byteLength(body)}\r\n` : '';
    const where = target === 'product' ? path : `/${name}/${studio}`;
    return `${method} ${where} HTTP/1.1\r\nhost: localhost\r\n${lines.join('')}${length}\r\n${body ?? ''}`;
  };
}

/** @returns {Promise<number>} how many answers came, all of them good */
function keepBusy(port, next, goesOn) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let count = 0;
    let wanted = 0;
    let received = Buffer.alloc(0);
    const send = () => socket.write(next());
    socket.once('error', reject).once('connect', send);
    socket.once('close', () => reject(new Error(`The server on port ${port} closed a connection`)));
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      wanted ||= answerLength(received);
      if (wanted === 0 || received.length < wanted) return;
      const status = received.toString('latin1', 9, 12);
      if (status !== '200' && status !== '201') return reject(new Error(`${received}`));
      count += 1;
      wanted = 0;
      received = Buffer.alloc(0);
      if (goesOn()) return send();
      socket.removeAllListeners('close');
      socket.destroy();
      resolve(count);
    });
  });
}

/** The length of an answer in bytes, 0 until its head is complete. Both servers name the length of their bodies. */
function answerLength(bytes) {
  const head = bytes.indexOf('\r\n\r\n');
  if (head < 0) return 0;
  const length = /\r\ncontent-length: (\d+)/i.exec(bytes.toString('latin1', 0, head + 2))?.[1];
  if (length === undefined) throw new Error(`An answer names no length: ${bytes.toString('latin1', 0, head)}`);
  return head + 4 + Number(length);
}
