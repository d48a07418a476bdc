import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { components } from '../../sdk/schema.ts';
import { TextArray } from '../platform/text-array.ts';

type Schemas = components['schemas'];
export type LeadStatus = Schemas['LeadStatus'];
export type Meaning = Schemas['LeadMeaning'];
export type FormField = Schemas['LeadFormField'];

export const LeadForm = defineEntity({
  name: 'LeadForm',
  tableName: 'lead_forms',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    name: p.text(),
    title: p.text(),
    intro: p.text().nullable(),
    submitLabel: p.text(),
    fields: p.json<FormField[]>(),
    consent: p.json<Schemas['LeadFormConsent']>(),
    thanks: p.json<Schemas['LeadFormThanks']>(),
    autoReply: p.json<Schemas['LeadFormAutoReply']>(),
    custom: p.json<Record<string, unknown>>(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    deletedAt: p.datetime().nullable(),
    version: p.integer(),
  },
});
export type LeadForm = InferEntity<typeof LeadForm>;

export const LeadStage = defineEntity({
  name: 'LeadStage',
  tableName: 'lead_stages',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    name: p.text(),
    meaning: p.text().$type<Meaning>(),
    position: p.integer(),
  },
});
export type LeadStage = InferEntity<typeof LeadStage>;

export const LeadPipeline = defineEntity({
  name: 'LeadPipeline',
  tableName: 'lead_pipelines',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    lostReasons: p.type(TextArray).$type<string[]>(),
    version: p.integer(),
  },
});
export type LeadPipeline = InferEntity<typeof LeadPipeline>;

export const Lead = defineEntity({
  name: 'Lead',
  tableName: 'leads',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    formId: p.uuid().nullable(),
    name: p.text(),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    projectType: p.text().nullable(),
    eventDate: p.date().$type<string>().nullable(),
    dateUndecided: p.boolean(),
    dateFlexible: p.boolean(),
    place: p.text().nullable(),
    guestCount: p.integer().nullable(),
    budgetMin: p.bigint('number').nullable(),
    budgetMax: p.bigint('number').nullable(),
    budgetCurrency: p.text().nullable(),
    message: p.text().nullable(),
    heardFrom: p.text().nullable(),
    answers: p.json<Schemas['Answer'][]>(),
    consent: p.json<Schemas['Consent']>().nullable(),
    source: p.json<Schemas['LeadSource']>(),
    status: p.text().$type<LeadStatus>(),
    stageId: p.uuid(),
    lostReason: p.text().nullable(),
    rating: p.smallint().nullable(),
    confidence: p.smallint().nullable(),
    decideBy: p.date().$type<string>().nullable(),
    clientId: p.uuid().nullable(),
    projectId: p.uuid().nullable(),
    madeClient: p.boolean().nullable(),
    madeProject: p.boolean().nullable(),
    lastActivityAt: p.datetime(),
    custom: p.json<Record<string, unknown>>(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    deletedAt: p.datetime().nullable(),
    version: p.integer(),
  },
});
export type Lead = InferEntity<typeof Lead>;

const open: ReadonlySet<string> = new Set(['open']);

/** Whether a client and a project came of it: what was won for good does not reopen. */
export const isConverted = (lead: Lead): boolean => lead.madeProject != null;

/** domain.md's transitions: open stages move freely and close into any end; an end only reopens. */
export const mayMove = (from: LeadStatus, to: LeadStatus): boolean => open.has(from) || open.has(to);
