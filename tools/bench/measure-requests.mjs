import { startChild } from './children.mjs';
import { median } from './numbers.mjs';
import { pool } from './stage.mjs';

const connections = 8;
const pairs = 8;
/** Until the compiler has settled. */
const warmUp = { requests: 3000, seconds: 30 };
const seconds = 2.5;

/**
 * CPU of the server process per request, product and reference by turns, so that what else happens on the machine
 * meets both alike.
 *
 * @param {'list' | 'create'} name
 * @returns the medians of all rounds; `ratio` is the median of the ratios of neighbouring rounds
 */
export async function measureRequests(stage, name) {
  const product = await stage.startProduct('web', `${name}-product`);
  const reference = startChild('tools/bench/reference.mjs');
  const load = startChild('tools/bench/load.mjs');
  const targets = {
    product: { child: product, port: product.port, rounds: [] },
    reference: { child: reference, rounds: [] },
  };
  targets.reference.port = await reference.ask('serve', {
    databaseUrl: stage.databaseUrl,
    pool,
    studios: stage.studios.map(({ list, create }) => ({ list, create })),
  });
  const callers = stage.studios.map(({ key, formId }) => ({ key, formId }));
  const send = async (target, more) =>
    load.ask('send', { port: targets[target].port, target, name, studios: callers, connections, ...more });

  for (const target of Object.keys(targets)) await send(target, warmUp);
  for (let pair = 0; pair < pairs; pair += 1) {
    // Who goes first changes, so that neither always follows the other's garbage.
    const order = pair % 2 === 0 ? ['product', 'reference'] : ['reference', 'product'];
    for (const target of order) {
      const { child, rounds } = targets[target];
      const before = await child.ask('usage');
      const sent = await send(target, { seconds });
      const after = await child.ask('usage');
      rounds.push({
        cpuMs: (after.cpuMs - before.cpuMs) / sent.requests,
        perSecond: sent.requests / sent.seconds,
        requests: sent.requests,
      });
    }
  }
  await Promise.all([product.stop(), reference.stop(), load.stop()]);

  const ratios = targets.product.rounds.map((round, index) => round.cpuMs / targets.reference.rounds[index].cpuMs);
  return {
    ratio: median(ratios),
    lowestRatio: Math.min(...ratios),
    highestRatio: Math.max(...ratios),
    statements: stage.studios[0][name].statements.length,
    product: summary(targets.product.rounds),
    reference: summary(targets.reference.rounds),
  };
}

const summary = (rounds) => ({
  cpuMs: median(rounds.map((round) => round.cpuMs)),
  perSecond: median(rounds.map((round) => round.perSecond)),
  requests: rounds.reduce((sum, round) => sum + round.requests, 0),
});
