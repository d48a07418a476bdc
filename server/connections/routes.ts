import type { Routes } from '../platform/contract-types.ts';
import * as connections from './service.ts';

export const routes = {
  'connections.list': (ctx, { query }) => connections.list(ctx, query),
  'connections.disconnect': (ctx, { path }) => connections.disconnect(ctx, path.connectionId),
} satisfies Routes;
