/**
 * The records opened last, to go back to. Kept with the tab and not with the browser: names of clients have no business
 * on a shared computer once the tab is closed.
 */
export interface RecentRecord {
  readonly id: string;
  readonly label: string;
}

const most = 6;
const key = (workspaceId: string) => `alloza.recent.${workspaceId}`;

export function recentRecords(workspaceId: string): RecentRecord[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key(workspaceId)) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isRecent) : [];
  } catch {
    return [];
  }
}

const isRecent = (value: unknown): value is RecentRecord =>
  typeof value === 'object' && value !== null && 'id' in value && 'label' in value;

/** Puts a record first. Where nothing can be stored there is nothing to go back to, and no harm done. */
export function rememberRecord(workspaceId: string, { id, label }: RecentRecord): void {
  const others = recentRecords(workspaceId).filter((record) => record.id !== id);
  try {
    sessionStorage.setItem(key(workspaceId), JSON.stringify([{ id, label }, ...others].slice(0, most)));
  } catch {}
}

/** Nobody is signed in any more. */
export function forgetRecords(): void {
  try {
    for (const name of Object.keys(sessionStorage))
      if (name.startsWith('alloza.recent.')) sessionStorage.removeItem(name);
  } catch {}
}
