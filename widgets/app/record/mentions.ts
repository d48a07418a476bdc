/** Names of the team in a note. Pure. */
import type { Person } from '../people.ts';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** What has been typed of a name behind the @ before the cursor; undefined where no name is being typed. */
export function typedName(text: string, cursor: number): string | undefined {
  return /(?:^|[\s(])@([\p{L}\p{M}\p{N}.'’-]*(?: [\p{L}\p{M}\p{N}.'’-]*)?)$/u.exec(text.slice(0, cursor))?.[1];
}

/** Whom it may mean: any of their names begins so. */
export function namesFor(typed: string | undefined, people: readonly Person[]): Person[] {
  if (typed === undefined) return [];
  const start = plain(typed);
  const fits = ({ name }: Person) =>
    plain(name).startsWith(start) ||
    (!start.includes(' ') &&
      plain(name)
        .split(/\s+/)
        .some((part) => part.startsWith(start)));
  return people.filter(fits).slice(0, 6);
}

/** The ids of those whose whole name stands behind an @, longest names first so that one isn't taken for another. */
export function mentioned(text: string, people: readonly Person[]): string[] {
  return parts(text, people)
    .flatMap(({ person }) => person?.id ?? [])
    .filter((id, at, all) => all.indexOf(id) === at);
}

export interface Part {
  readonly text: string;
  readonly person?: Person;
}

/** The text in pieces, those that name somebody marked. */
export function parts(text: string, people: readonly Person[]): Part[] {
  const byLength = people.toSorted((one, other) => other.name.length - one.name.length);
  const found: Part[] = [];
  let start = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const person = byLength.find(({ name }) => text.startsWith(name, at + 1));
    if (!person || at < start) continue;
    if (at > start) found.push({ text: text.slice(start, at) });
    start = at + 1 + person.name.length;
    found.push({ text: text.slice(at, start), person });
  }
  if (start < text.length) found.push({ text: text.slice(start) });
  return found;
}
