import type { components } from '../../sdk/schema.ts';
import type { Context } from '../platform/context.ts';
import { publicFileUrl } from '../platform/files.ts';
import { publicId } from '../platform/ids.ts';
import type { ApiKey, Session, User, Workspace } from './entities.ts';

type Schemas = components['schemas'];

export const presentUser = (
  user: User,
  googleEmail: string | null,
  workspaces: Schemas['WorkspaceSummary'][],
): Schemas['Account'] => ({
  id: publicId('user', user.id),
  name: user.name,
  email: user.email,
  pictureUrl: user.pictureUrl ?? null,
  hasPassword: user.passwordHash != null,
  googleEmail,
  createdAt: user.createdAt.toISOString(),
  updatedAt: user.updatedAt.toISOString(),
  version: user.version,
  workspaces,
});

const sessionOf = (row: Session, currentId: string | null): Schemas['Session'] => ({
  id: publicId('session', row.id),
  current: row.id === currentId,
  createdAt: row.createdAt.toISOString(),
  lastSeenAt: row.lastSeenAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  device: row.device,
});

export const presentSession = (currentId: string | null) => (row: Session) => sessionOf(row, currentId);

const logoUrl = (ctx: Context, workspace: Workspace): string | null =>
  workspace.logoFileId ? publicFileUrl(ctx.config.PUBLIC_URL, workspace.logoFileId) : null;

export const presentWorkspace = (ctx: Context, workspace: Workspace, twinSlug: string): Schemas['Workspace'] => ({
  id: publicId('workspace', workspace.id),
  name: workspace.name,
  slug: workspace.slug,
  mode: workspace.mode,
  twinSlug,
  timeZone: workspace.timeZone,
  locale: workspace.locale,
  currency: workspace.currency,
  brand: {
    accent: workspace.accent,
    radius: workspace.radius,
    logoFileId: workspace.logoFileId ? publicId('file', workspace.logoFileId) : null,
    logoUrl: logoUrl(ctx, workspace),
  },
  sender: { name: workspace.senderName, replyTo: workspace.replyTo },
  notificationEmail: workspace.notificationEmail,
  custom: workspace.custom,
  createdAt: workspace.createdAt.toISOString(),
  updatedAt: workspace.updatedAt.toISOString(),
  version: workspace.version,
});

/** What any visitor may know. */
export const presentPublicWorkspace = (ctx: Context, workspace: Workspace): Schemas['PublicWorkspace'] => ({
  name: workspace.name,
  slug: workspace.slug,
  locale: workspace.locale,
  timeZone: workspace.timeZone,
  currency: workspace.currency,
  mode: workspace.mode,
  brand: { accent: workspace.accent, radius: workspace.radius, logoUrl: logoUrl(ctx, workspace) },
});

export const presentApiKey = (key: ApiKey): Schemas['ApiKey'] => ({
  id: publicId('apiKey', key.id),
  kind: key.kind,
  name: key.name,
  value: key.value ?? null,
  hint: key.hint,
  origins: key.origins,
  scopes: key.scopes,
  createdAt: key.createdAt.toISOString(),
  updatedAt: key.updatedAt.toISOString(),
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  formerWorksUntil: key.formerWorksUntil?.toISOString() ?? null,
  revokedAt: key.revokedAt?.toISOString() ?? null,
  version: key.version,
});
