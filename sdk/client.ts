import { Call } from './call.ts';
import { ListCall, type Page } from './pages.ts';
import { type Invocation, type InvocationOptions, send, triesOf } from './request.ts';
import { type ClientOptions, type Settings, settingsOf } from './settings.ts';
import { type Row, rowsOf } from './table.ts';
import { pause, within } from './timing.ts';
import type { Client, Resources } from './types.ts';

/** Turns every row of the table into a method. */
export function clientOf<R extends Resources>(resources: R, options: ClientOptions): Client<R> {
  const settings = settingsOf(options);
  const methodOf =
    (row: Row) =>
    (...args: unknown[]) =>
      invoke(settings, invocationOf(row, args));
  return map(resources, (table, name) => map(rowsOf(name, table), methodOf)) as unknown as Client<R>;
}

function map<A, B>(object: Readonly<Record<string, A>>, change: (value: A, name: string) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));
}

/** Arguments stand in the order id, body, query, options; those that the row does not take are left out. */
function invocationOf([method, path, flags]: Row, args: unknown[]): Invocation {
  const takes = [path.includes('{'), flags.includes('b'), flags.includes('q')];
  const [id, body, query] = takes.map((isTaken) => (isTaken ? args.shift() : undefined));
  return { method, path, flags, id, body, query: { ...(query as object) }, options: { ...(args[0] as object) } };
}

function invoke(settings: Settings, invocation: Invocation) {
  const { flags, query } = invocation;
  if (flags.includes('s')) return streamLater(settings, invocation);
  if (!flags.includes('p')) return new Call(send(settings, invocation));
  const pageOf = (query: Invocation['query']) => send<Page<unknown>>(settings, { ...invocation, query });
  return new ListCall(pageOf(query), (after) => pageOf({ ...query, after }));
}

/** Streaming is fetched by those who listen: a widget that never does is not to carry it. */
async function* streamLater(settings: Settings, invocation: Invocation) {
  const { options } = invocation;
  const open = (lastEventId: InvocationOptions['lastEventId'], ms: number) =>
    triesOf<ReadableStream>(settings, { ...invocation, options: { ...options, lastEventId } })(ms);
  const { stream } = await import('./stream.ts');
  yield* stream({ open, within, pause }, options);
}
