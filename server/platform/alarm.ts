import type { Log } from './log.ts';

const quietMs = 5 * 60_000;
const raised = new WeakMap<Log, Map<string, number>>();

/**
 * Tells whoever runs the server that something needs a person: a line at level `error` with the member `alarm`, which
 * monitoring can wait for. Details hold ids and codes, never what people wrote.
 */
export function raiseAlarm(log: Log, alarm: string, details: Record<string, unknown>, message: string): void {
  log.error({ alarm, ...details }, message);
}

/** The same for what lasts and would be said again with every try: one line in five minutes for each kind and code. */
export function raiseAlarmOnce(log: Log, alarm: string, details: { code: string }, message: string): void {
  const times = raised.get(log) ?? new Map<string, number>();
  raised.set(log, times);
  const kind = `${alarm} ${details.code}`;
  const now = performance.now();
  if (now - (times.get(kind) ?? Number.NEGATIVE_INFINITY) < quietMs) return;
  times.set(kind, now);
  raiseAlarm(log, alarm, details, message);
}
