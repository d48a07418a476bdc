/** What the responder answers to the questions about many leads. */
import type { Schema } from '@alloza/sdk/core';
import { page } from './answers.ts';
import { type Lead, testNow } from './fixtures.ts';

export function listLeads(leads: readonly Lead[], query: URLSearchParams): unknown {
  const is = (name: keyof Lead, lead: Lead) => !query.has(name) || lead[name] === query.get(name);
  const words = (query.get('q') ?? '').toLowerCase();
  const found = leads
    .filter((lead) => (query.get('deleted') === 'true') === (lead.deletedAt !== null))
    .filter((lead) => is('status', lead) && is('stageId', lead) && is('formId', lead) && is('projectType', lead))
    .filter((lead) => [lead.name, lead.email, lead.message].join(' ').toLowerCase().includes(words))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  if (query.get('order') === 'oldest') found.reverse();
  return page(found, Number(query.get('limit') ?? 25), Number(query.get('after') ?? 0));
}

export function summarize(leads: readonly Lead[], pipeline: Schema<'LeadPipeline'>): Schema<'LeadSummary'> {
  const alive = leads.filter(({ deletedAt }) => !deletedAt);
  const count = (status: Lead['status']) => alive.filter((lead) => lead.status === status).length;
  const inStage = (id: string) => alive.filter(({ status, stageId }) => status === 'open' && stageId === id).length;
  return {
    stages: pipeline.stages.map(({ id }) => ({ stageId: id, count: inStage(id) })),
    open: count('open'),
    won: count('won'),
    lost: count('lost'),
    spam: count('spam'),
    newThisWeek: alive.filter(({ createdAt }) => Date.parse(createdAt) > testNow - 7 * 86_400_000).length,
  };
}
