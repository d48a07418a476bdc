import type { ServerResponse } from 'node:http';
import { type Answer, problem, type Seen, serve } from './serve.ts';

type Lead = Record<string, unknown> & { id: string; version: number };
const jsonOf = ({ body }: Seen) => JSON.parse(String(body));

/**
 * A studio in memory that answers over HTTP as the contract says: leads with versions, pages, idempotency and events,
 * files, and one public form. As much of each as the README uses.
 */
export function serveStudio() {
  const leads: Lead[] = [];
  const replies = new Map<string, Answer>();
  const routes: [string, RegExp, (seen: Seen, id: string, response: ServerResponse) => Answer | undefined][] = [
    ['GET', /^\/v1\/leads$/, listLeads],
    ['POST', /^\/v1\/leads$/, createLead],
    ['GET', /^\/v1\/leads\/(\w+)$/, (_, id) => answerLead(find(id))],
    ['PATCH', /^\/v1\/leads\/(\w+)$/, updateLead],
    [
      'POST',
      /^\/v1\/files$/,
      ({ headers }) => ({ status: 201, json: { id: 'file_1', contentType: headers['content-type'] } }),
    ],
    ['GET', /^\/v1\/lead-forms\/(\w+)\/public$/, (_, id) => ({ json: { id, title: 'Tell us about your day' } })],
    ['GET', /^\/v1\/events\/stream$/, streamEvents],
  ];

  return serve((seen, response) => {
    if (!/^Bearer (sk_test|pk)_\w+$/.test(String(seen.headers.authorization))) return problem(401, 'unauthenticated');
    for (const [method, path, answer] of routes) {
      const match = method === seen.method && path.exec(seen.url.pathname);
      if (match) return replayed(seen, () => answer(seen, match[1] ?? '', response));
    }
    return problem(404, 'not_found');
  });

  function replayed({ method, headers }: Seen, answer: () => Answer | undefined): Answer | undefined {
    if (method !== 'POST') return answer();
    const key = String(headers['idempotency-key']);
    const stored = replies.get(key);
    if (stored) return { ...stored, headers: { 'idempotent-replayed': 'true' } };
    const fresh = answer()!;
    if ((fresh.status ?? 200) < 300) replies.set(key, fresh);
    return fresh;
  }

  function find(id: string): Lead | undefined {
    return leads.find((lead) => lead.id === id);
  }

  function answerLead(lead: Lead | undefined): Answer {
    return lead ? { json: lead, headers: { etag: `"${lead.version}"` } } : problem(404, 'not_found');
  }

  function listLeads({ url }: Seen): Answer {
    const after = Number(url.searchParams.get('after') ?? 0);
    const end = after + Number(url.searchParams.get('limit') ?? 25);
    const newest = leads.toReversed();
    return { json: { items: newest.slice(after, end), next: end < newest.length ? String(end) : null } };
  }

  function createLead(seen: Seen): Answer {
    const input = jsonOf(seen);
    if (!input.name) {
      const errors = [{ pointer: '/name', code: 'minLength', message: 'must not be empty' }];
      return problem(422, 'invalid_request', { errors });
    }
    const lead = { ...input, id: `lead_${leads.length + 1}`, status: 'open', version: 1 };
    leads.push(lead);
    return { status: 201, json: { id: lead.id, thanks: null, lead } };
  }

  function updateLead(seen: Seen, id: string): Answer {
    const lead = find(id);
    if (!lead) return problem(404, 'not_found');
    if (!seen.headers['if-match']) return problem(428, 'if_match_required');
    if (seen.headers['if-match'] !== `"${lead.version}"`) return problem(412, 'version_stale');
    Object.assign(lead, jsonOf(seen), { version: lead.version + 1 });
    return answerLead(lead);
  }

  function streamEvents({ headers }: Seen, _: string, response: ServerResponse): undefined {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    leads.slice(Number(headers['last-event-id'] ?? leads.length)).forEach(({ id }, index) => {
      const event = { id: `evt_${index + 1}`, type: 'lead.created', sequence: index + 1, data: { id } };
      response.write(`id: ${event.sequence}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    });
  }
}
