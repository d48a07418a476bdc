import { createKey } from './account/api-keys.ts';
import { User } from './account/entities.ts';
import { hashPassword } from './account/password.ts';
import { openWorkspaces } from './account/service.ts';
import type { App } from './app.ts';
import { seedClients } from './demo-clients.ts';
import { demoLeads, demoStudio } from './demo-data.ts';
import { seedProjects } from './demo-projects.ts';
import { demoTeam, seedTeam } from './demo-team.ts';
import * as leads from './leads/service.ts';
import * as notes from './notes/service.ts';
import { type Context, enterWorkspace, systemActor } from './platform/context.ts';
import { noWorkspace, query, queryOnce } from './platform/database.ts';
import { newId, publicId } from './platform/ids.ts';
import { asSystem } from './platform/tenancy.ts';
import { inUnit } from './platform/unit.ts';

/** Opens the demo studio with believable data, once, and answers what /sandbox/credentials.json tells. */
export async function seedDemo(app: App): Promise<() => Promise<object>> {
  const { services } = app;
  const find = async () =>
    (await queryOnce<{ id: string | null }>(services.orm, 'select find_workspace($1) as id', [demoStudio.slug]))[0]?.id;
  if (!(await find())) {
    const passwordHash = await hashPassword(demoStudio.password);
    await inUnit(services, noWorkspace, systemActor, (ctx) => openStudio(ctx, passwordHash));
  }
  const workspaceId = (await find())!;
  // The promise is kept, not the text: two who ask at once must not revoke each other's key.
  let secretKey: Promise<string> | undefined;
  return async () => {
    secretKey ??= inUnit(services, workspaceId, systemActor, freshSecretKey);
    const text = await secretKey;
    return inUnit(services, workspaceId, systemActor, (ctx) => tell(ctx, text));
  };
}

async function openStudio(ctx: Context, passwordHash: string): Promise<void> {
  const { ownerName, email, password: _hashed, ...studio } = demoStudio;
  const workspace = await asSystem(ctx, 'account.open-workspace', async () => {
    const user = ctx.em.create(User, {
      id: newId(),
      name: ownerName,
      email,
      passwordHash,
      pictureUrl: null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      version: 1,
    });
    ctx.em.persist(user);
    await ctx.em.flush();
    const opened = await openWorkspaces(ctx, { userId: user.id, email }, studio);
    ctx.actor = { kind: 'user', id: publicId('user', user.id), name: ownerName, userId: user.id };
    return opened;
  });
  await enterWorkspace(ctx, workspace.id);
  const team = await seedTeam(ctx, passwordHash);
  const { stages } = await leads.getPipeline(ctx);
  const form = await leads.getForm(ctx, 'default');
  const inDays = (days: number) => new Date(ctx.now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const won: string[] = [];
  const past: (() => Promise<void>)[] = [];
  for (const demo of demoLeads(inDays)) {
    const { lead } = await leads.createLead(
      ctx,
      { ...demo.input, formId: publicId('leadForm', form.id), pageUrl: 'http://localhost:4401/contact' },
      { kind: 'manual' },
    );
    await ctx.em.flush();
    const leadId = publicId('lead', lead.id);
    if (demo.move?.status === 'open') {
      const { meaning } = demo.move;
      await leads.move(ctx, leadId, {
        status: 'open',
        stageId: publicId('leadStage', stages.find((stage) => stage.meaning === meaning)!.id),
      });
    } else if (demo.move) await leads.move(ctx, leadId, demo.move);
    if (demo.move?.status === 'won') won.push(leadId);
    if (demo.rating) await leads.update(ctx, leadId, { rating: demo.rating }, '*');
    for (const body of demo.notes ?? []) await notes.create(ctx, { subject: leadId, body });
    await ctx.em.flush();
    past.push(() => backdate(ctx, lead.id, demo.daysAgo, demo.quietDays ?? demo.daysAgo));
  }
  await seedProjects(ctx, won, team);
  await seedClients(ctx);
  for (const move of past) await move();
}

/** Moves a demo lead into the past. Its changes follow when they are written at the end of the transaction. */
async function backdate(ctx: Context, leadId: string, daysAgo: number, quietDays: number): Promise<void> {
  await query(
    ctx.em,
    `update leads set created_at = $3::timestamptz - make_interval(days => $4, mins => 47), updated_at = $3::timestamptz - make_interval(days => $5, mins => 21),
        last_activity_at = $3::timestamptz - make_interval(days => $5, mins => 21), source = source || '{"kind":"widget"}'
      where workspace_id = $1 and id = $2`,
    [ctx.workspace.id, leadId, ctx.now, daysAgo, quietDays],
  );
}

/** A secret key's text is nowhere kept, so each start of the sandbox makes one and revokes its former one. */
async function freshSecretKey(ctx: Context): Promise<string> {
  await query(
    ctx.em,
    "update api_keys set revoked_at = $2 where workspace_id = $1 and kind = 'secret' and name = 'Sandbox' and revoked_at is null",
    [ctx.workspace.id, ctx.now],
  );
  const scopes = [
    'workspace:read',
    'leads:read',
    'leads:write',
    'clients:read',
    'clients:write',
    'projects:read',
    'projects:write',
    'leadForms:read',
    'leadForms:write',
    'notes:read',
    'notes:write',
    'events:read',
    'changes:read',
    'imports:read',
    'imports:write',
  ] as const;
  return createKey(
    ctx,
    { id: ctx.workspace.id, mode: 'live' },
    { kind: 'secret', name: 'Sandbox', scopes: [...scopes] },
  ).key;
}

async function tell(ctx: Context, secretKey: string): Promise<object> {
  const [key] = await query<{ value: string }>(
    ctx.em,
    "select value from api_keys where workspace_id = $1 and kind = 'publishable' and revoked_at is null order by id limit 1",
    [ctx.workspace.id],
  );
  const form = await leads.getForm(ctx, 'default');
  const { PUBLIC_URL, SITE_URL } = ctx.config;
  return {
    signIn: { email: demoStudio.email, password: demoStudio.password },
    // The same password opens them.
    team: Object.values(demoTeam).map(({ email, role }) => ({ email, role })),
    workspaceSlug: demoStudio.slug,
    formId: publicId('leadForm', form.id),
    publishableKey: key!.value,
    secretKey,
    addresses: {
      site: SITE_URL ?? null,
      dashboard: `${PUBLIC_URL}/app`,
      docs: `${PUBLIC_URL}/docs`,
      sandbox: `${PUBLIC_URL}/sandbox`,
      form: `${PUBLIC_URL}/f/${demoStudio.slug}/default`,
    },
  };
}
