import { newId, publicId, storedId } from './ids.ts';
import { openStudio, type Studio } from './testing-studio.ts';

export interface Joined extends Studio {
  memberId: string;
}

/** A person who is a member of somebody else's studio: `api` calls it in their name. */
export async function joinStudio(
  studio: Studio,
  rights: { role?: 'manager' | 'member'; ownJobsOnly?: boolean; seesMoney?: boolean } = {},
): Promise<Joined> {
  const person = await openStudio(studio.server);
  const id = newId();
  await studio.server.database.owner.query(
    `insert into members (workspace_id, id, user_id, role, own_jobs_only, sees_money, created_at)
     select $1, $2, id, $3, $4, $5, now() from users where email = $6`,
    [
      storedId('workspace', studio.workspaceId),
      id,
      rights.role ?? 'member',
      rights.ownJobsOnly ?? false,
      rights.seesMoney ?? true,
      person.email,
    ],
  );
  return {
    ...person,
    slug: studio.slug,
    workspaceId: studio.workspaceId,
    memberId: publicId('member', id),
    api: (method, path, options = {}) =>
      person.api(method, path, { ...options, headers: { 'alloza-workspace': studio.slug, ...options.headers } }),
  };
}

/** The id of the membership of the person who opened a studio. */
export async function ownMemberId(studio: Studio): Promise<string> {
  const { rows } = await studio.server.database.owner.query<{ id: string }>(
    'select m.id from members m join users u on u.id = m.user_id where m.workspace_id = $1 and u.email = $2',
    [storedId('workspace', studio.workspaceId), studio.email],
  );
  return publicId('member', rows[0]!.id);
}
