import { User } from './account/entities.ts';
import { anonymous } from './platform/authenticate.ts';
import type { Context } from './platform/context.ts';
import { query } from './platform/database.ts';
import { newId } from './platform/ids.ts';
import { asSystem } from './platform/tenancy.ts';
import { announceJoined, createInvitation } from './team/service.ts';

/** Who works in the demo studio besides its owner; all sign in with the owner's password. */
export const demoTeam = {
  manager: { name: 'Ruben Achterberg', email: 'ruben@lumenandoak.example', role: 'manager', ownJobsOnly: false },
  photographer: { name: 'Ines Carvalho', email: 'ines@lumenandoak.example', role: 'member', ownJobsOnly: true },
} as const;

/** The stored ids of the members, by what they are to the studio. */
export type DemoTeam = Record<'owner' | keyof typeof demoTeam, string>;

/** Fills the demo studio's seats, and leaves one invitation open. */
export async function seedTeam(ctx: Context, passwordHash: string): Promise<DemoTeam> {
  const [owner] = await query<{ id: string }>(ctx.em, 'select id from members where workspace_id = $1', [
    ctx.workspace.id,
  ]);
  const ids: DemoTeam = { owner: owner!.id, manager: newId(), photographer: newId() };
  for (const [seat, person] of Object.entries(demoTeam) as [keyof typeof demoTeam, (typeof demoTeam)['manager']][]) {
    const { name, email, role, ownJobsOnly } = person;
    await asSystem(ctx, 'account.open-workspace', async () => {
      const user = ctx.em.create(User, {
        id: newId(),
        name,
        email,
        passwordHash,
        pictureUrl: null,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        version: 1,
      });
      ctx.em.persist(user);
      await ctx.em.flush();
      await query(
        ctx.em,
        `insert into members (workspace_id, id, user_id, role, own_jobs_only, sees_money, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7)`,
        [ctx.workspace.id, ids[seat], user.id, role, ownJobsOnly, !ownJobsOnly, ctx.now],
      );
    });
    await announceJoined(ctx, ids[seat]);
  }
  const secondShooter = {
    email: 'theo.winter@example.com',
    role: 'member',
    ownJobsOnly: true,
    seesMoney: false,
  } as const;
  await createInvitation(ctx, { ...anonymous, role: 'owner' }, secondShooter);
  return ids;
}
