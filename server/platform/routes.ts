import type { Routes } from './contract-types.ts';
import { getEvent, listEvents } from './events.ts';
import { createFile, getFile } from './files.ts';

/** What belongs to no room. */
export const platformRoutes = {
  'events.list': (ctx, { query }) => listEvents(ctx, query),
  'events.get': (ctx, { path }) => getEvent(ctx, path.eventId),
  'files.get': (ctx, { path }) => getFile(ctx, path.fileId),
  'files.create': (ctx, { query, body, meta }) =>
    createFile(ctx, {
      purpose: query.purpose,
      name: query.name ?? 'image',
      contentType: meta.contentType.split(';')[0]!,
      bytes: body,
    }),
} satisfies Routes;
