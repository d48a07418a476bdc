import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { Live, type LiveEvent } from './live.ts';

const event = (sequence: number): LiveEvent => ({
  id: `evt_${sequence}`,
  type: 'lead.created',
  sequence,
  data: { id: 'lead_1' },
});

/** A stream that yields what is pushed and breaks on demand. */
function source() {
  const opened: (number | undefined)[] = [];
  let wake: () => void = () => {};
  let queue: (LiveEvent | Error)[] = [];
  return {
    opened,
    push: (next: LiveEvent | Error) => {
      queue.push(next);
      wake();
    },
    async *open(from: number | undefined, signal: AbortSignal, report: (status: 'live') => void) {
      opened.push(from);
      report('live');
      signal.addEventListener('abort', () => wake());
      while (!signal.aborted) {
        const now = queue;
        queue = [];
        for (const item of now) {
          if (item instanceof Error) throw item;
          yield item;
        }
        if (queue.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}

let count = 0;
const named = () => `live-test-${++count}`;

function follow(live: Live): number[] {
  const heard: number[] = [];
  live.addEventListener('event', (message) => heard.push((message as CustomEvent<LiveEvent>).detail.sequence));
  live.start();
  return heard;
}

describe('the live stream', () => {
  it('is read by one tab and heard by all', async () => {
    const name = named();
    const stream = source();
    const other = source();
    const one = new Live({ name, open: stream.open });
    const two = new Live({ name, open: other.open });
    const heardOne = follow(one);
    await waitUntil(() => stream.opened.length === 1);
    const heardTwo = follow(two);
    await waitUntil(() => two.status === 'live', 'the second tab learns how it stands');
    stream.push(event(1));
    await waitUntil(() => heardTwo.length === 1);
    expect([heardOne, heardTwo]).to.deep.equal([[1], [1]]);
    expect(other.opened).to.deep.equal([]);
    one.stop();
    await waitUntil(() => other.opened.length === 1, 'the other tab takes over');
    expect(other.opened, 'from where it has heard').to.deep.equal([1]);
    two.stop();
  });

  it('resumes behind the last event after a break, and delivers none twice', async () => {
    const stream = source();
    const live = new Live({ name: named(), open: stream.open, firstDelay: 5 });
    const heard = follow(live);
    await waitUntil(() => stream.opened.length === 1);
    stream.push(event(1));
    stream.push(event(2));
    await waitUntil(() => heard.length === 2);
    stream.push(new TypeError('network error'));
    await waitUntil(() => stream.opened.length === 2);
    stream.push(event(2));
    stream.push(event(3));
    await waitUntil(() => heard.length === 3);
    expect(heard).to.deep.equal([1, 2, 3]);
    expect(stream.opened).to.deep.equal([undefined, 2]);
    live.stop();
  });

  it('gives up when the session has ended', async () => {
    const stream = source();
    const live = new Live({ name: named(), open: stream.open, firstDelay: 5, fatal: () => true });
    follow(live);
    await waitUntil(() => stream.opened.length === 1);
    stream.push(new Error('signed out'));
    await aTimeout(40);
    expect(stream.opened.length).to.equal(1);
    live.stop();
  });
});
