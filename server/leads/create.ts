import type { components } from '../../sdk/schema.ts';
import { getWorkspace } from '../account/service.ts';
import { recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { insertRow } from '../platform/database.ts';
import { normalizeEmail } from '../platform/formats.ts';
import { newId, publicId } from '../platform/ids.ts';
import { normalizePhone } from '../platform/phone.ts';
import { invalid } from '../platform/problem.ts';
import { namesTaxNumber } from '../platform/tax-numbers.ts';
import { checkAnswers } from './answers.ts';
import type { Lead, LeadForm } from './entities.ts';
import { errors } from './errors.ts';
import { findForm } from './forms.ts';
import { startingStage } from './pipeline.ts';

type Schemas = components['schemas'];
export type LeadInput = Schemas['LeadInput'];

export interface Intake {
  /** Where the enquiry came from; a visitor's must fit its form. */
  kind: Schemas['LeadSource']['kind'];
  /** What a filter took for a bot's: kept, but not shown among the open ones. */
  isSpam?: boolean;
}

export interface CreatedLead {
  lead: Lead;
  form: LeadForm | null;
}

const isVisitor = (kind: Intake['kind']): boolean => kind === 'widget' || kind === 'page';

/** Stores an enquiry in the first stage. Listeners tell the studio and thank the visitor after the commit. */
export async function createLead(ctx: Context, input: LeadInput, intake: Intake): Promise<CreatedLead> {
  const form = input.formId === undefined ? null : await findForm(ctx, input.formId);
  if (!form && (input.formId !== undefined || isVisitor(intake.kind))) {
    throw errors.form_not_found({
      errors: [{ pointer: '/formId', code: 'not_found', message: 'is no form of this studio' }],
    });
  }
  const contact = await readContact(ctx, input);
  const answers = form ? checkAnswers(form, input, isVisitor(intake.kind)) : looseAnswers(input);
  const stage = await startingStage(ctx, isVisitor(intake.kind) ? undefined : input.stageId);
  const lead: Lead = {
    id: newId(),
    workspaceId: ctx.workspace.id,
    formId: form?.id ?? null,
    name: input.name.trim() || fail('/name', 'is required'),
    ...contact,
    projectType: input.projectType || null,
    eventDate: input.eventDate ?? null,
    dateUndecided: input.dateUndecided ?? false,
    dateFlexible: input.dateFlexible ?? false,
    place: input.place || null,
    guestCount: input.guestCount ?? null,
    ...readBudget(input.budget),
    message: input.message || null,
    heardFrom: input.heardFrom || null,
    answers,
    consent: input.consent ? { ...input.consent, at: ctx.now.toISOString() } : null,
    source: { kind: intake.kind, pageUrl: pageAddress(input.pageUrl), campaign: input.utm ?? {} },
    status: intake.isSpam ? 'spam' : 'open',
    stageId: stage.id,
    lostReason: null,
    rating: null,
    confidence: null,
    decideBy: null,
    clientId: null,
    projectId: null,
    madeClient: null,
    madeProject: null,
    lastActivityAt: ctx.now,
    custom: isVisitor(intake.kind) ? {} : (input.custom ?? {}),
    createdAt: ctx.now,
    updatedAt: ctx.now,
    deletedAt: null,
    version: 1,
  };
  await insertRow(ctx.em, 'leads', lead);
  recordChange(ctx, 'lead', lead.id, 'created');
  ctx.emit(
    'lead.created',
    {
      id: publicId('lead', lead.id),
      formId: form ? publicId('leadForm', form.id) : null,
      stageId: publicId('leadStage', stage.id),
      status: lead.status,
      version: 1,
    },
    { leadId: lead.id },
  );
  return { lead, form };
}

function fail(pointer: string, message: string): never {
  throw invalid(pointer, 'required', message);
}

async function readContact(ctx: Context, input: LeadInput): Promise<{ email: string | null; phone: string | null }> {
  if (!input.email && !input.phone) fail('/email', 'An e-mail address or a phone number is needed');
  const email = input.email ? normalizeEmail(input.email) : null;
  const phone = input.phone ? await readPhone(ctx, input.phone) : null;
  return { email, phone };
}

/** E.164, national numbers read by the studio's country. @throws 422 at /phone */
export async function readPhone(ctx: Context, given: string): Promise<string> {
  const workspace = given.trim().startsWith('+') ? null : await getWorkspace(ctx);
  const phone = await normalizePhone(given, workspace?.timeZone);
  if (!phone) throw invalid('/phone', 'format', 'must be a telephone number, best with its country code');
  return phone;
}

export function readBudget(budget: { min?: number | null; max?: number | null; currency?: string } | null | undefined) {
  const { min = null, max = null, currency } = budget ?? {};
  if (min === null && max === null) return { budgetMin: null, budgetMax: null, budgetCurrency: null };
  if (!currency) throw invalid('/budget/currency', 'required', 'is required');
  if (min !== null && max !== null && min > max)
    throw invalid('/budget/max', 'minimum', 'must not be below the minimum');
  return { budgetMin: min, budgetMax: max, budgetCurrency: currency };
}

/** Only where a page is: what a visitor's address bar says besides may be private. */
function pageAddress(pageUrl: string | undefined): string | null {
  const address = pageUrl ? URL.parse(pageUrl) : null;
  if (!address) return null;
  const { protocol, origin, pathname } = address;
  return protocol === 'https:' || protocol === 'http:' ? `${origin}${pathname}` : null;
}

const looseAnswers = (input: LeadInput): Schemas['Answer'][] =>
  (input.answers ?? []).map(({ key, value }, index) => {
    if (namesTaxNumber(key)) throw invalid(`/answers/${index}/key`, 'tax_number', 'asks for what is never stored');
    return { key, label: key, value };
  });

/** Holds a draft against its form without storing anything. @throws 422 */
export function checkDraft(form: LeadForm, input: LeadInput): void {
  if (!input.name.trim()) fail('/name', 'is required');
  checkAnswers(form, input, true);
  if (!input.email && !input.phone) fail('/email', 'An e-mail address or a phone number is needed');
}
