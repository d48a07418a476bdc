/** What may be entered for a key. Pure. */
import type { Schema } from '@alloza/sdk/core';

export type Scope = Schema<'Scope'>;

/** What a scope is about. */
type Subject = Scope extends `${infer Name}:${string}` ? Name : never;

/** Every scope that the contract knows, by what it is about. */
export const scopes: { readonly [Name in Subject]: readonly Extract<Scope, `${Name}:${string}`>[] } = {
  leads: ['leads:read', 'leads:write'],
  leadForms: ['leadForms:read', 'leadForms:write'],
  clients: ['clients:read', 'clients:write'],
  projects: ['projects:read', 'projects:write'],
  notes: ['notes:read', 'notes:write'],
  events: ['events:read'],
  files: ['files:read', 'files:write'],
  workspace: ['workspace:read', 'workspace:write'],
  apiKeys: ['apiKeys:read'],
  changes: ['changes:read'],
  members: ['members:read'],
  imports: ['imports:read', 'imports:write'],
};

/** Scopes by what they are about, in the order of the table: what may be read, and whether it may be written too. */
export function readScopes(given: readonly Scope[]): { subject: Subject; read: boolean; write: boolean }[] {
  return (Object.keys(scopes) as Subject[])
    .map((subject) => ({
      subject,
      read: given.includes(`${subject}:read` as Scope),
      write: given.includes(`${subject}:write` as Scope),
    }))
    .filter(({ read, write }) => read || write);
}

/** How long a former key may go on, in minutes. */
export const overlaps = [0, 60, 1440, 10_080] as const;

/** The lines of a text as origins, and the first that is none: scheme and host only, `*.` allowed in front. */
export function readOrigins(text: string): { origins: string[]; wrong?: string } {
  const lines = text.split(/[\s,]+/).filter(Boolean);
  const origins = [...new Set(lines.map((line) => line.replace(/\/$/, '').toLowerCase()))];
  return { origins, wrong: origins.find((origin) => !isOrigin(origin)) };
}

function isOrigin(text: string): boolean {
  try {
    const url = new URL(text.replace('://*.', '://any.'));
    return /^https?:$/.test(url.protocol) && url.origin === text.replace('://*.', '://any.');
  } catch {
    return false;
  }
}
