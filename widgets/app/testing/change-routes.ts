import { page } from './answers.ts';
import type { Handler } from './handlers.ts';
import type { Responder } from './responder.ts';

const named = (id: string) => id.slice(0, id.indexOf('_'));
const nouns: Record<string, string> = { leads: 'lead', clients: 'cli', projects: 'proj', tasks: 'task', notes: 'note' };

/** The record of change, as the activity of the studio and the histories read it. */
export const changeRoutes = (responder: Responder): Record<string, Handler> => ({
  'GET /v1/changes': ({ query }) => {
    const [subject, actorId, resource, from] = ['subject', 'actorId', 'resource', 'from'].map((name) =>
      query.get(name),
    );
    const found = responder.changes.filter(
      (change) =>
        (!subject || change.subject === subject) &&
        (!actorId || change.actor.id === actorId) &&
        (!resource || named(change.subject) === nouns[resource]) &&
        (!from || change.at >= from),
    );
    return page(found, Number(query.get('limit') ?? 25), Number(query.get('after') ?? 0));
  },
});
