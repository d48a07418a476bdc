import { hash, verify } from '@node-rs/argon2';
import { problems } from '../platform/problem.ts';

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const prefix = `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`;

/** A hash of a random password that nobody has kept. */
const decoy = `${prefix}faWdZIdl1dDOKip+S1iceQ$GVfHnr8avtfMTofb5EpmbNE60NPHz2d44NAKlqi8zPU`;

/** What is longer is not looked at. */
export const maxPasswordBytes = 1024;

/** Of the four threads that also read files and look names up, one stays free. */
export const maxRunning = 3;
/** About two seconds of work; whoever would wait longer is asked to come back. */
export const maxWaiting = 200;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Hashing is costly by design; a flood of sign-ins must not take the machine, nor pile up in it.
 * @throws 503 when too many wait already
 */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < maxRunning) running += 1;
  else if (waiting.length < maxWaiting) await new Promise<void>((resolve) => waiting.push(resolve));
  else throw problems.unavailable({ headers: { 'retry-after': '2' } });
  try {
    return await work();
  } finally {
    // A turn that ends is handed on, so that nobody who comes just then gets in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** One spelling of what a person types: keyboards compose the same letters differently. */
const spelled = (password: string): string => password.normalize('NFKC');

/** Takes tens of milliseconds and a turn: never call it while a transaction is open. @throws 503 */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(spelled(password), parameters));

/** Whether the password fits. An unknown account costs exactly the same single verification. @throws 503 */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  const fits = await inTurn(() => verify(stored ?? decoy, spelled(password)));
  return fits && stored != null;
}

/** Whether a stored hash was made with weaker parameters than today's. */
export const isOutdated = (stored: string): boolean => !stored.startsWith(prefix);
