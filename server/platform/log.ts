import pino from 'pino';
import type { Config } from './config.ts';

export type Log = pino.Logger;

/** Structured logs, on stdout unless told. Only what a caller names is written: no bodies, headers, queries or addresses. */
export function createLog(config: Pick<Config, 'LOG_LEVEL'>, destination?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level: config.LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** An error without the values that databases and HTTP clients put into theirs. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: typeof error };
  const { code } = error as { code?: unknown };
  const fromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return {
    name: error.name,
    code,
    message: fromDatabase ? 'database error' : error.message.split('\n')[0],
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 12),
  };
}
