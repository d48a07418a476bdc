import type { Routes } from '../platform/contract-types.ts';
import { publicId } from '../platform/ids.ts';
import { createChallenge, requireProof } from './challenges.ts';
import { presentForm, presentPipeline, presentPublicForm } from './present.ts';
import * as leads from './service.ts';

export const routes = {
  'challenges.create': (ctx, { body, meta }) => createChallenge(ctx, meta.caller, body.formId),
  'leadForms.list': (ctx, { query }) => leads.listForms(ctx, query),
  'leadForms.create': async (ctx, { body }) => presentForm(await leads.createForm(ctx, body)),
  'leadForms.get': async (ctx, { path }) => presentForm(await leads.getForm(ctx, path.leadFormId)),
  'leadForms.update': async (ctx, { path, body, ifMatch }) =>
    presentForm(await leads.updateForm(ctx, path.leadFormId, body, ifMatch)),
  'leadForms.delete': (ctx, { path }) => leads.deleteForm(ctx, path.leadFormId),
  'leadForms.public': async (ctx, { path }) => presentPublicForm(await leads.getForm(ctx, path.leadFormId)),
  'leadPipeline.get': async (ctx) => {
    const { pipeline, stages } = await leads.getPipeline(ctx);
    return presentPipeline(pipeline, stages);
  },
  'leadPipeline.update': async (ctx, { body, ifMatch }) => {
    const { pipeline, stages } = await leads.updatePipeline(ctx, body, ifMatch);
    return presentPipeline(pipeline, stages);
  },
  'leads.list': (ctx, { query }) => leads.listLeads(ctx, query),
  'leads.create': async (ctx, { body, meta }) => {
    const { caller } = meta;
    const isVisitor = caller.credential === 'publishable';
    if (isVisitor) await requireProof(ctx, caller, body.formId, meta.proof);
    const kind = isVisitor ? 'widget' : caller.credential === 'session' ? 'manual' : 'api';
    const { lead, form } = await leads.createLead(ctx, body, { kind });
    const id = publicId('lead', lead.id);
    return { id, thanks: form?.thanks ?? null, lead: isVisitor ? null : await leads.get(ctx, id) };
  },
  'leads.summary': (ctx) => leads.summarize(ctx),
  'leads.get': (ctx, { path }) => leads.get(ctx, path.leadId),
  'leads.update': (ctx, { path, body, ifMatch }) => leads.update(ctx, path.leadId, body, ifMatch),
  'leads.delete': (ctx, { path }) => leads.remove(ctx, path.leadId),
  'leads.restore': (ctx, { path }) => leads.restore(ctx, path.leadId),
  'leads.move': (ctx, { path, body }) => leads.move(ctx, path.leadId, body),
  'leads.convert': (ctx, { path, body }) => leads.convert(ctx, path.leadId, body),
  'leads.timeline': (ctx, { path, query }) => leads.timeline(ctx, path.leadId, query),
} satisfies Routes;
