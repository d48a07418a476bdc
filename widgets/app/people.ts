/** Who works in the studio, for names, assignments and mentions. */
import type { App } from './app.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  /** Under which they act, in changes and notes. */
  readonly actorId: string;
}

const directories = new WeakMap<App['api'], Promise<readonly Person[]>>();

/**
 * The members of the studio, asked for once while it is open. They only help: where they can't be read, what needs
 * them offers nobody.
 */
export function people({ api }: App): Promise<readonly Person[]> {
  const known = directories.get(api);
  if (known) return known;
  const asked = load(api);
  directories.set(api, asked);
  return asked;
}

async function load(api: App['api']): Promise<readonly Person[]> {
  try {
    const all: Person[] = [];
    for await (const { id, name, actorId } of api.members.list({ limit: 100 })) all.push({ id, name, actorId });
    return all;
  } catch {
    directories.delete(api);
    return [];
  }
}
