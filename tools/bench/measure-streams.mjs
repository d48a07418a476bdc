import { setTimeout as delay } from 'node:timers/promises';
import { startChild } from './children.mjs';

const count = 2000;
/** Longer than the interval of heartbeats, so that every stream has been written to. */
const idleMs = 25_000;

/** Memory of a server process per idle event stream, against a server that does nothing else. */
export async function measureStreams(stage) {
  const product = await stage.startProduct('web');
  const reference = startChild('tools/bench/reference-streams.mjs');
  const port = await reference.ask('serve');
  const addresses = stage.studios.map(({ key }) => ({
    port: product.port,
    path: '/v1/events/stream',
    headers: { authorization: `Bearer ${key}` },
  }));
  const [ours, theirs] = await Promise.all([
    memoryOf(product, (index) => addresses[index % addresses.length]),
    memoryOf(reference, () => ({ port, path: '/', headers: {} })),
  ]);
  await Promise.all([product.stop(), reference.stop()]);
  return { count, product: ours, reference: theirs, ratio: ours.kilobytes / theirs.kilobytes };
}

async function memoryOf(server, addressOf) {
  const client = startChild('tools/bench/stream-client.mjs');
  // A few at first: what the code itself needs when it first runs belongs to no stream.
  await client.ask('hold', { streams: Array.from({ length: 20 }, (_, index) => addressOf(index)) });
  await delay(1000);
  const before = await server.ask('settledUsage');
  await client.ask('hold', { streams: Array.from({ length: count }, (_, index) => addressOf(index)) });
  await delay(idleMs);
  const after = await server.ask('settledUsage');
  const held = await client.ask('held');
  if (held !== count + 20) throw new Error(`${count + 20 - held} streams were closed`);
  await client.stop();
  const perStream = (name) => (after[name] - before[name]) / 1024 / count;
  return { kilobytes: perStream('rss'), heapKilobytes: perStream('heapUsed') };
}
