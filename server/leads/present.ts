import type { components } from '../../sdk/schema.ts';
import { publicId } from '../platform/ids.ts';
import { instant } from '../platform/time.ts';
import type { Lead, LeadForm, LeadPipeline, LeadStage, Meaning } from './entities.ts';

type Schemas = components['schemas'];

const staleAfterMs = 7 * 86_400_000;
const numberOrNull = (value: number | string | null | undefined): number | null =>
  value == null ? null : Number(value);

/** From a row of `queries.ts`, which has the entity's shape. */
export function presentLead(
  lead: Lead & { knownClientId: string | null },
  meaning: Meaning,
  now: Date,
): Schemas['Lead'] {
  const lastActivityAt = instant(lead.lastActivityAt);
  const stale = lead.status === 'open' && now.getTime() - Date.parse(lastActivityAt) > staleAfterMs;
  const budget = lead.budgetCurrency && {
    min: numberOrNull(lead.budgetMin),
    max: numberOrNull(lead.budgetMax),
    currency: lead.budgetCurrency,
  };
  return {
    id: publicId('lead', lead.id),
    formId: lead.formId ? publicId('leadForm', lead.formId) : null,
    name: lead.name,
    email: lead.email ?? null,
    phone: lead.phone ?? null,
    projectType: lead.projectType ?? null,
    eventDate: lead.eventDate ?? null,
    dateUndecided: lead.dateUndecided,
    dateFlexible: lead.dateFlexible,
    place: lead.place ?? null,
    guestCount: lead.guestCount ?? null,
    budget: budget || null,
    message: lead.message ?? null,
    heardFrom: lead.heardFrom ?? null,
    answers: lead.answers,
    consent: lead.consent ?? null,
    source: lead.source,
    status: lead.status,
    stageId: publicId('leadStage', lead.stageId),
    stage: meaning,
    lostReason: lead.lostReason ?? null,
    rating: lead.rating ?? null,
    confidence: lead.confidence ?? null,
    decideBy: lead.decideBy ?? null,
    stale,
    clientId: lead.clientId ? publicId('client', lead.clientId) : null,
    projectId: lead.projectId ? publicId('project', lead.projectId) : null,
    knownClientId: lead.knownClientId ? publicId('client', lead.knownClientId) : null,
    lastActivityAt,
    custom: lead.custom,
    createdAt: instant(lead.createdAt),
    updatedAt: instant(lead.updatedAt),
    deletedAt: lead.deletedAt ? instant(lead.deletedAt) : null,
    version: lead.version,
  };
}

export const presentForm = (form: LeadForm): Schemas['LeadForm'] => ({
  id: publicId('leadForm', form.id),
  name: form.name,
  title: form.title,
  intro: form.intro ?? null,
  submitLabel: form.submitLabel,
  fields: form.fields,
  consent: form.consent,
  thanks: form.thanks,
  autoReply: form.autoReply,
  custom: form.custom,
  createdAt: instant(form.createdAt),
  updatedAt: instant(form.updatedAt),
  version: form.version,
});

export const presentPublicForm = (form: LeadForm): Schemas['PublicLeadForm'] => ({
  id: publicId('leadForm', form.id),
  title: form.title,
  intro: form.intro ?? null,
  submitLabel: form.submitLabel,
  fields: form.fields,
  consent: form.consent,
});

export const presentPipeline = (pipeline: LeadPipeline, stages: LeadStage[]): Schemas['LeadPipeline'] => ({
  stages: stages.map((stage) => ({ id: publicId('leadStage', stage.id), name: stage.name, meaning: stage.meaning })),
  lostReasons: pipeline.lostReasons,
  version: pipeline.version,
});
