import type { Routes } from '../platform/contract-types.ts';
import { presentNote } from './present.ts';
import * as notes from './service.ts';

export const routes = {
  'notes.list': (ctx, { query }) => notes.list(ctx, query),
  'notes.create': async (ctx, { body }) => presentNote(await notes.create(ctx, body)),
  'notes.get': async (ctx, { path }) => presentNote(await notes.get(ctx, path.noteId)),
  'notes.update': async (ctx, { path, body, ifMatch }) =>
    presentNote(await notes.update(ctx, path.noteId, body, ifMatch)),
  'notes.delete': (ctx, { path }) => notes.remove(ctx, path.noteId),
} satisfies Routes;
