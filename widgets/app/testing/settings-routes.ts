import type { Schema } from '@alloza/sdk/core';
import { iso, page, Refusal } from './answers.ts';
import { testNow } from './fixtures.ts';
import type { Handler } from './handlers.ts';
import type { Responder } from './responder.ts';

export type Connection = Schema<'Connection'>;
type Template = Schema<'TaskTemplate'>;

const ago = (days: number) => new Date(testNow - days * 86_400_000).toISOString();

const none = (provider: Connection['provider']): Connection => ({
  id: null,
  provider,
  status: 'disconnected',
  account: null,
  scopes: [],
  connectedAt: null,
  lastSyncAt: null,
  lastError: null,
});

/** Every service, as a studio begins. */
export const sampleConnections = (): Connection[] => [none('google'), none('instagram'), none('stripe')];

/** One that works, one that is dead, one that is not there. */
export const livelyConnections = (): Connection[] => [
  {
    id: 'conn_google',
    provider: 'google',
    status: 'connected',
    account: 'hello@lumenandoak.example',
    scopes: ['calendar.events', 'calendar.freebusy'],
    connectedAt: ago(20),
    lastSyncAt: ago(0.01),
    lastError: null,
  },
  {
    id: 'conn_instagram',
    provider: 'instagram',
    status: 'reconnect_needed',
    account: 'lumen.and.oak',
    scopes: [],
    connectedAt: ago(90),
    lastSyncAt: ago(2),
    lastError: 'invalid_grant',
  },
  none('stripe'),
];

/** Who connected `livelyConnections`. */
export const connectionChanges = (): Schema<'Change'>[] => [
  {
    id: 'chg_connected',
    subject: 'conn_google',
    record: 'conn_google',
    action: 'connected',
    actor: { kind: 'user', id: 'user_lena', name: 'Lena Hartmann' },
    at: ago(20),
    reason: null,
    fields: [],
    names: {},
  },
];

/** What only the settings ask: connections, the way to Google, the stages of projects, task templates. */
export const settingsRoutes = (responder: Responder): Record<string, Handler> => {
  const book = responder.projects;
  const template = (id: string | undefined): Template => responder.find(book.templates, id);
  return {
    'POST /auth/link/google': ({ body }) => {
      const { password } = body as { password: string };
      if (password !== 'correct horse') throw new Refusal(422, 'password_wrong');
      throw new Refusal(503, 'unavailable');
    },
    'POST /v1/account/unlink-google': () => {
      responder.account = { ...responder.account, googleEmail: null };
    },
    'GET /v1/connections': ({ query }) => page(responder.connections, Number(query.get('limit'))),
    'DELETE /v1/connections/*': ({ ids }) => {
      const found = responder.connections.find(({ id }) => id === ids[0]);
      if (!found) throw new Refusal(404, 'not_found');
      responder.connections = responder.connections.map((one) => (one === found ? none(found.provider) : one));
    },
    'PATCH /v1/project-pipeline': (context) => {
      const { stages } = context.body as Schema<'ProjectPipelinePatch'>;
      const kept = new Set(stages.map(({ id }) => id));
      const inUse = book.pipeline.stages.some(
        ({ id }) => !kept.has(id) && book.all.some(({ stageId }) => stageId === id),
      );
      if (inUse) throw new Refusal(409, 'stage_in_use');
      const named = stages.map((stage, index) => ({ ...stage, id: stage.id ?? `pstg_new_${index}` }));
      book.pipeline = { ...responder.patched(book.pipeline, context), stages: named };
      return book.pipeline;
    },
    'POST /v1/task-templates': ({ body }) => {
      const made = { ...(body as Schema<'TaskTemplateInput'>), id: `ttpl_${responder.seen.length}` };
      const whole = { ...made, createdAt: iso(), updatedAt: iso(), version: 1 };
      book.templates = [whole, ...book.templates];
      return whole;
    },
    'GET /v1/task-templates/*': ({ ids }) => template(ids[0]),
    'PATCH /v1/task-templates/*': (context) => {
      const after = responder.patched(template(context.ids[0]), context);
      book.templates = book.templates.map((one) => (one.id === after.id ? after : one));
      return after;
    },
    'DELETE /v1/task-templates/*': ({ ids }) => {
      book.templates = book.templates.filter(({ id }) => id !== ids[0]);
    },
  };
};
