import type { Caller } from '../platform/authenticate.ts';
import type { Routes } from '../platform/contract-types.ts';
import { publicId } from '../platform/ids.ts';
import { presentView } from './present.ts';
import * as clients from './service.ts';

/** Where a statement about consent was made: by somebody of the studio, or by a program. */
const sourceOf = ({ credential }: Caller) => (credential === 'session' ? 'staff' : 'api');

export const routes = {
  'clients.list': (ctx, { query }) => clients.listClients(ctx, query),
  'clients.create': async (ctx, { body, meta }) => {
    const client = await clients.createClient(ctx, body, sourceOf(meta.caller));
    return clients.get(ctx, publicId('client', client.id));
  },
  'clients.tags': (ctx) => clients.tagsInUse(ctx),
  'clients.duplicates': (ctx, { query }) => clients.duplicates(ctx, query),
  'clients.get': (ctx, { path }) => clients.get(ctx, path.clientId),
  'clients.update': (ctx, { path, body, ifMatch, meta }) =>
    clients.update(ctx, path.clientId, body, ifMatch, sourceOf(meta.caller)),
  'clients.delete': (ctx, { path }) => clients.remove(ctx, path.clientId),
  'clients.restore': (ctx, { path }) => clients.restore(ctx, path.clientId),
  'clients.merge': (ctx, { path, body }) => clients.merge(ctx, path.clientId, body),
  'clients.unmerge': (ctx, { path, body }) => clients.unmerge(ctx, path.clientId, body.mergeId),
  'clients.timeline': (ctx, { path, query }) => clients.timeline(ctx, path.clientId, query),
  'savedViews.list': (ctx, { query }) => clients.listViews(ctx, query),
  'savedViews.create': async (ctx, { body }) => presentView(await clients.createView(ctx, body)),
  'savedViews.get': async (ctx, { path }) => presentView(await clients.getView(ctx, path.savedViewId)),
  'savedViews.update': async (ctx, { path, body, ifMatch }) =>
    presentView(await clients.updateView(ctx, path.savedViewId, body, ifMatch)),
  'savedViews.delete': (ctx, { path }) => clients.deleteView(ctx, path.savedViewId),
} satisfies Routes;
