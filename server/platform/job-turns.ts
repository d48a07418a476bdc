/**
 * Who has their turn when jobs of many studios wait: what a studio adds beyond its share of a minute comes after
 * everybody else's, so that thousands of its jobs don't stand before another's first.
 */
export const turns = { batchSize: 10, localConcurrency: 2 } as const;

/** Jobs of one studio in one minute and process that are served in the order they came. */
const share = 200;
const minuteMs = 60_000;

let minute = 0;
const added = new Map<string, number>();

/** The priority of a studio's next job: 0, or -1 beyond its share. */
export function crowdPriority(workspaceId: string): 0 | -1 {
  const now = Math.floor(performance.now() / minuteMs);
  if (now !== minute) added.clear();
  minute = now;
  const count = (added.get(workspaceId) ?? 0) + 1;
  added.set(workspaceId, count);
  return count > share ? -1 : 0;
}

/**
 * The studio a payload names, or null: such a job is refused at both ends. The mails of accounts, which belong to no
 * studio yet, name `noWorkspace` and share one turn.
 */
export function studioOf(data: unknown): string | null {
  const id = (data as { workspaceId?: unknown } | null)?.workspaceId;
  return typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : null;
}
