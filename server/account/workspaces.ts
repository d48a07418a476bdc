import type { components } from '../../sdk/schema.ts';
import type { Role } from '../platform/authenticate.ts';
import { diff, recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { query, sqlState } from '../platform/database.ts';
import { normalizeEmail } from '../platform/formats.ts';
import { newId, publicId, storedId } from '../platform/ids.ts';
import { invalid, problems } from '../platform/problem.ts';
import { checkVersion, mergeCustom, touch } from '../platform/records.ts';
import { asSystem } from '../platform/tenancy.ts';
import { createKey } from './api-keys.ts';
import { Member, Workspace } from './entities.ts';
import { errors } from './errors.ts';

type Schemas = components['schemas'];
export type WorkspaceInput = Schemas['WorkspaceInput'];

/** An address made of a name; what holds no two letters or digits of the Latin alphabet is called `studio`. */
function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return slug.length < 2 ? 'studio' : slug;
}

/** Leaves room for the `-test` of the workspace beside it. */
const maxSlugLength = 55;

/** Addresses of our own that no studio may take. */
const reserved = new Set([
  'sign-in',
  'register',
  'verify-email',
  'forgot-password',
  'reset-password',
  'confirm-email',
  'join',
  'new',
  'api',
  'app',
  'admin',
  'docs',
]);

export interface Owner {
  userId: string;
  email: string;
}

/** Opens a studio and the test workspace beside it, with its owner and a publishable key each. */
export async function openWorkspaces(ctx: Context, owner: Owner, input: WorkspaceInput): Promise<Workspace> {
  const slug = await freeSlug(ctx, input);
  const [liveId, testId] = [newId(), newId()];
  const make = (id: string, mode: 'live' | 'test', twinId: string): Workspace =>
    ctx.em.create(Workspace, {
      id,
      mode,
      twinId,
      name: input.name,
      slug: mode === 'live' ? slug : `${slug}-test`,
      timeZone: input.timeZone ?? 'UTC',
      locale: input.locale ?? 'en',
      currency: input.currency ?? 'USD',
      accent: '#0f6b5c',
      radius: 8,
      logoFileId: null,
      senderName: input.name,
      replyTo: owner.email,
      notificationEmail: owner.email,
      custom: {},
      createdAt: ctx.now,
      updatedAt: ctx.now,
      version: 1,
    });
  const pair = [make(liveId, 'live', testId), make(testId, 'test', liveId)];
  for (const workspace of pair) ctx.em.persist(workspace);
  await ctx.em.flush().catch((error) => {
    throw sqlState(error) === '23505' ? errors.slug_taken() : error;
  });
  for (const workspace of pair) {
    ctx.em.persist(
      ctx.em.create(Member, {
        id: newId(),
        workspaceId: workspace.id,
        userId: owner.userId,
        role: 'owner',
        ownJobsOnly: false,
        seesMoney: true,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        version: 1,
      }),
    );
    createKey(ctx, workspace, { kind: 'publishable', name: 'Website' });
  }
  await ctx.em.flush();
  return pair[0]!;
}

async function freeSlug(ctx: Context, input: WorkspaceInput): Promise<string> {
  const wanted = input.slug ?? slugOf(input.name);
  if (wanted.length > maxSlugLength)
    throw invalid('/slug', 'maxLength', `must have at most ${maxSlugLength} characters`);
  const taken = await query<{ slug: string }>(ctx.em, 'select slug from workspaces where slug = any($1)', [
    [wanted, `${wanted}-test`],
  ]);
  if (taken.length === 0 && !reserved.has(wanted)) return wanted;
  if (input.slug) throw errors.slug_taken();
  return `${wanted}-${newId().slice(-6)}`;
}

interface SummaryRow {
  id: string;
  name: string;
  slug: string;
  mode: 'live' | 'test';
  role: Role;
  member_id: string;
  own_jobs_only: boolean;
  sees_money: boolean;
  twin_slug: string;
}

const presentSummary = (row: SummaryRow): Schemas['WorkspaceSummary'] => ({
  id: publicId('workspace', row.id),
  name: row.name,
  slug: row.slug,
  mode: row.mode,
  role: row.role,
  memberId: publicId('member', row.member_id),
  ownJobsOnly: row.own_jobs_only,
  seesMoney: row.sees_money,
  twinSlug: row.twin_slug,
});

/** The workspaces a person belongs to, by name, each live one before its twin. */
export async function workspacesOf(ctx: Context, userId: string): Promise<Schemas['WorkspaceSummary'][]> {
  const rows = await asSystem(ctx, 'account.workspaces-of-user', () =>
    query<SummaryRow>(
      ctx.em,
      `select w.id, w.name, w.slug, w.mode, m.role, m.id as member_id, m.own_jobs_only, m.sees_money, t.slug as twin_slug
         from members m join workspaces w on w.id = m.workspace_id join workspaces t on t.id = w.twin_id
        where m.user_id = $1 order by w.name, w.mode, w.id limit 200`,
      [userId],
    ),
  );
  return rows.map(presentSummary);
}

/** Opens another studio for the signed-in person. The rest of the transaction happens in it. */
export async function createWorkspace(
  ctx: Context,
  input: WorkspaceInput,
): Promise<{ workspace: Workspace; twinSlug: string }> {
  const userId = ctx.actor.userId!;
  const [user] = await query<{ email: string }>(ctx.em, 'select email from users where id = $1', [userId]);
  const workspace = await asSystem(ctx, 'account.open-workspace', () =>
    openWorkspaces(ctx, { userId, email: user!.email }, input),
  );
  return { workspace, twinSlug: `${workspace.slug}-test` };
}

export async function getWorkspace(ctx: Context): Promise<Workspace> {
  const workspace = await ctx.em.findOne(Workspace, { id: ctx.workspace.id });
  if (!workspace) throw problems.not_found();
  return workspace;
}

export async function twinSlugOf(ctx: Context, workspace: Workspace): Promise<string> {
  const rows = await asSystem(ctx, 'account.workspaces-of-user', () =>
    query<{ slug: string }>(ctx.em, 'select slug from workspaces where id = $1', [workspace.twinId]),
  );
  return rows[0]!.slug;
}

/** Changes the studio's settings. */
export async function updateWorkspace(
  ctx: Context,
  patch: Schemas['WorkspacePatch'],
  ifMatch: number | '*',
): Promise<Workspace> {
  await query(ctx.em, 'select 1 from workspaces where id = $1 for update', [ctx.workspace.id]);
  const workspace = await getWorkspace(ctx);
  checkVersion(workspace, ifMatch);
  const { brand = {}, sender = {}, custom, ...plain } = patch;
  if (plain.slug && (reserved.has(plain.slug) || plain.slug.endsWith('-test') !== workspace.slug.endsWith('-test')))
    throw errors.slug_taken();
  const next = {
    ...plain,
    ...(plain.notificationEmail ? { notificationEmail: address(plain.notificationEmail, '/notificationEmail') } : {}),
    ...(brand.accent === undefined ? {} : { accent: brand.accent }),
    ...(brand.radius === undefined ? {} : { radius: brand.radius }),
    ...(brand.logoFileId === undefined ? {} : { logoFileId: await logoId(ctx, brand.logoFileId) }),
    ...(sender.name === undefined ? {} : { senderName: sender.name }),
    ...(sender.replyTo === undefined ? {} : { replyTo: address(sender.replyTo, '/sender/replyTo') }),
    ...(custom === undefined ? {} : { custom: mergeCustom(workspace.custom, custom) }),
  };
  const fields = diff(workspace as unknown as Record<string, unknown>, next);
  if (fields.length === 0) return workspace;
  Object.assign(workspace, next);
  touch(ctx, workspace);
  await ctx.em.flush().catch((error) => {
    throw sqlState(error) === '23505' ? errors.slug_taken() : error;
  });
  recordChange(ctx, 'workspace', workspace.id, 'updated', fields);
  ctx.emit('workspace.updated', {
    id: publicId('workspace', workspace.id),
    changed: fields.map((field) => field.field),
    version: workspace.version,
  });
  return workspace;
}

function address(value: string, pointer: string): string {
  const email = normalizeEmail(value);
  if (!email) throw invalid(pointer, 'format', 'must be an e-mail address');
  return email;
}

async function logoId(ctx: Context, fileId: string | null): Promise<string | null> {
  if (fileId === null) return null;
  const id = storedId('file', fileId);
  const rows = await query(ctx.em, "select 1 from files where workspace_id = $1 and id = $2 and purpose = 'logo'", [
    ctx.workspace.id,
    id,
  ]);
  if (rows.length === 0)
    throw errors.file_not_found({
      errors: [{ pointer: '/brand/logoFileId', code: 'not_found', message: 'is not a logo of this studio' }],
    });
  return id;
}
