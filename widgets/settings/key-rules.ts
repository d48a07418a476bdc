/** What may be entered for a key. Pure. */
import type { Schema } from '@alloza/sdk/core';

export type Scope = Schema<'Scope'>;

/** Every scope that the contract knows, by what it is about. */
export const scopes: Record<string, readonly Scope[]> = {
  leads: ['leads:read', 'leads:write'],
  leadForms: ['leadForms:read', 'leadForms:write'],
  notes: ['notes:read', 'notes:write'],
  events: ['events:read'],
  files: ['files:read', 'files:write'],
  workspace: ['workspace:read', 'workspace:write'],
  apiKeys: ['apiKeys:read'],
  changes: ['changes:read'],
};

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
