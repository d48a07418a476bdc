import { keep } from '../../connections/service.ts';
import { systemActor } from '../../platform/context.ts';
import { newId, storedId } from '../../platform/ids.ts';
import { freshNetwork, type Studio, signInAs } from '../../platform/testing-studio.ts';
import { inUnit } from '../../platform/unit.ts';
import type { Call } from './fixtures.ts';

/** A service that the studio has connected. */
export async function newConnection(studio: Studio): Promise<string> {
  const workspaceId = storedId('workspace', studio.workspaceId)!;
  await inUnit(studio.server.app.services, workspaceId, systemActor, (ctx) =>
    keep(ctx, { provider: 'google', account: studio.email, scopes: ['calendar'], tokens: { refresh: newId() } }),
  );
  return (await studio.api('GET', '/v1/connections')).body.items[0].id;
}

/** Somebody signed in who has no password to sign in with. */
export async function withoutPassword(studio: Studio): Promise<Call> {
  const { owner } = studio.server.database;
  const email = `g-${newId()}@example.com`;
  await owner.query(
    `insert into users (id, name, email, password_hash, created_at, updated_at)
     select $1, 'A Person', $2, password_hash, now(), now() from users where email = $3`,
    [newId(), email, studio.email],
  );
  const cookie = await signInAs(studio.server, email, { 'x-forwarded-for': freshNetwork() });
  await owner.query('update users set password_hash = null where email = $1', [email]);
  return { headers: { cookie } };
}
