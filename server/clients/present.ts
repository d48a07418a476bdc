import type { components } from '../../sdk/schema.ts';
import { publicId } from '../platform/ids.ts';
import { instant } from '../platform/time.ts';
import type { Client, SavedView } from './entities.ts';

/** A row of `queries.ts`: the entity's shape and what is counted. */
export type ClientRow = Client & { projectCount: number; foldedName: string };

export const presentClient = (client: ClientRow): components['schemas']['Client'] => ({
  id: publicId('client', client.id),
  kind: client.kind,
  displayName: client.displayName,
  contacts: client.contacts,
  addresses: client.addresses,
  tags: client.tags,
  source: client.source ?? null,
  consents: client.consents,
  projectCount: client.projectCount,
  mergedIntoId: client.mergedIntoId ? publicId('client', client.mergedIntoId) : null,
  lastActivityAt: instant(client.lastActivityAt),
  custom: client.custom,
  createdAt: instant(client.createdAt),
  updatedAt: instant(client.updatedAt),
  deletedAt: client.deletedAt ? instant(client.deletedAt) : null,
  version: client.version,
});

export const presentView = (view: SavedView): components['schemas']['SavedView'] => ({
  id: publicId('savedView', view.id),
  resource: view.resource,
  name: view.name,
  filter: view.filter,
  createdAt: instant(view.createdAt),
  updatedAt: instant(view.updatedAt),
  version: view.version,
});
