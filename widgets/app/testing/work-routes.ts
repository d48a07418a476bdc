import { iso, page } from './answers.ts';
import type { Handler } from './handlers.ts';
import type { Responder } from './responder.ts';

const has = (text: string, q: string | null) => !q || text.toLowerCase().includes(q.toLowerCase());
const named = (id: string) => id.slice(0, id.indexOf('_'));
const nouns: Record<string, string> = { leads: 'lead', clients: 'cli', projects: 'proj', tasks: 'task', notes: 'note' };

/** Jobs, tasks and the record of change, as the start page, the palette and the histories read them. */
export const workRoutes = (responder: Responder): Record<string, Handler> => ({
  'GET /v1/clients': ({ query }) =>
    page(responder.clients.filter(({ displayName }) => has(displayName, query.get('q')))),
  'GET /v1/projects': ({ query }) => {
    const [from, to, dated] = ['dateFrom', 'dateTo', 'dated'].map((name) => query.get(name));
    return page(
      responder.projects
        .filter(({ title }) => has(title, query.get('q')))
        .filter(({ mainDate }) => !from || (mainDate !== null && mainDate >= from))
        .filter(({ mainDate }) => !to || (mainDate !== null && mainDate < to))
        .filter(({ mainDate }) => !dated || String(mainDate !== null) === dated),
    );
  },
  'GET /v1/tasks': ({ query }) => {
    const before = query.get('dueBefore');
    return page(
      responder.tasks
        .filter(({ title }) => has(title, query.get('q')))
        .filter(({ doneAt }) => query.get('done') !== 'false' || doneAt === null)
        .filter(({ dueOn }) => !before || (dueOn !== null && dueOn < before)),
    );
  },
  'PATCH /v1/tasks/*': (context) => {
    const task = responder.find(responder.tasks, context.ids[0]);
    const { done } = context.body as { done: boolean };
    const after = responder.patched(task, { ...context, body: { doneAt: done ? iso() : null } });
    responder.tasks.splice(responder.tasks.indexOf(task), 1, after);
    return after;
  },
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
