import type { Routes } from '../platform/contract-types.ts';
import { listChanges } from './service.ts';

export const routes = {
  'changes.list': (ctx, { query }) => listChanges(ctx, query),
} satisfies Routes;
