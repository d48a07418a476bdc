import type { components } from '../../sdk/schema.ts';
import { getWorkspace } from '../account/service.ts';
import { diff, recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { newId, publicId, storedId } from '../platform/ids.ts';
import { cursorId, type Page, type PageRequest } from '../platform/pages.ts';
import { type FieldError, problems } from '../platform/problem.ts';
import { loadForWrite, mergeCustom, touch } from '../platform/records.ts';
import { asksForTaxNumber, namesTaxNumber } from '../platform/tax-numbers.ts';
import { defaultWords } from './defaults.ts';
import { type FormField, LeadForm } from './entities.ts';
import { errors } from './errors.ts';
import { getPipeline, listStages } from './pipeline.ts';
import { presentForm } from './present.ts';

type Schemas = components['schemas'];

/** Keys that fill a part of the lead, and the one type that fits each. */
export const leadKeys: Record<string, FormField['type'][]> = {
  name: ['text'],
  email: ['email'],
  phone: ['phone'],
  projectType: ['text', 'choice'],
  eventDate: ['date'],
  place: ['text'],
  guestCount: ['number'],
  budget: ['budget'],
  message: ['longText', 'text'],
  heardFrom: ['text', 'choice'],
};

function checkFields(fields: FormField[]): void {
  const found: FieldError[] = [];
  const report = (pointer: string, code: string, message: string) => found.push({ pointer, code, message });
  const keys = new Map<string, number>();
  for (const [index, field] of fields.entries()) {
    const at = `/fields/${index}`;
    if (keys.has(field.key)) report(`${at}/key`, 'repeated', 'is used by another field');
    keys.set(field.key, index);
    const allowed = Object.hasOwn(leadKeys, field.key) ? leadKeys[field.key] : undefined;
    if (allowed && !allowed.includes(field.type))
      report(`${at}/type`, 'type', `must be ${allowed.join(' or ')} for ${field.key}`);
    if (!allowed && field.type === 'budget') report(`${at}/type`, 'type', 'belongs to the key `budget`');
    const isChoice = field.type === 'choice' || field.type === 'choices';
    if (isChoice && !field.options?.length) report(`${at}/options`, 'required', 'a choice needs options');
    if (!isChoice && field.options) report(`${at}/options`, 'not_applicable', 'only choices have options');
    const taxed = taxNumberPart(field);
    if (taxed) report(`${at}/${taxed}`, 'tax_number', 'A form may not ask for a social security or employer number');
  }
  if (!keys.has('name')) report('/fields', 'name', 'needs a field with the key `name`');
  if (!keys.has('email') && !keys.has('phone'))
    report('/fields', 'contact', 'needs a field with the key `email` or `phone`');
  if (found.length > 0) throw problems.invalid_request({ errors: found });
}

/** The part of a field that asks for an SSN or EIN, if any: none may (P10). */
function taxNumberPart({ key, label, hint = '', options = [] }: FormField): string | undefined {
  if (asksForTaxNumber(label)) return 'label';
  if (asksForTaxNumber(hint)) return 'hint';
  if (options.some(asksForTaxNumber)) return 'options';
  return namesTaxNumber(key) ? 'key' : undefined;
}

function announce(
  ctx: Context,
  form: LeadForm,
  action: 'created' | 'updated' | 'deleted',
  fields: ReturnType<typeof diff> = [],
): void {
  recordChange(ctx, 'leadForm', form.id, action, fields);
  ctx.emit(`lead_form.${action}`, {
    id: publicId('leadForm', form.id),
    changed: fields.map((field) => field.field),
    version: form.version,
  });
}

export async function createForm(ctx: Context, input: Schemas['LeadFormInput']): Promise<LeadForm> {
  checkFields(input.fields);
  await getPipeline(ctx);
  const words = defaultWords[(await getWorkspace(ctx)).locale];
  const form = ctx.em.create(LeadForm, {
    id: newId(),
    workspaceId: ctx.workspace.id,
    name: input.name,
    title: input.title ?? words.title,
    intro: input.intro ?? null,
    submitLabel: input.submitLabel ?? words.submitLabel,
    fields: input.fields,
    consent: {
      emailText: input.consent?.emailText ?? words.emailText,
      smsText: input.consent?.smsText ?? null,
      textVersion: 1,
    },
    thanks: input.thanks ?? words.thanks,
    autoReply: input.autoReply ?? { enabled: true, ...words.autoReply },
    custom: input.custom ?? {},
    createdAt: ctx.now,
    updatedAt: ctx.now,
    deletedAt: null,
    version: 1,
  });
  ctx.em.persist(form);
  announce(ctx, form, 'created');
  return form;
}

const columns = `id, workspace_id as "workspaceId", name, title, intro, submit_label as "submitLabel", fields, consent, thanks,
  auto_reply as "autoReply", custom, created_at as "createdAt", updated_at as "updatedAt", deleted_at as "deletedAt", version`;

/**
 * A form by id, or the oldest one by the word `default`; null if there is none. A row in the shape of the entity, for
 * reading: every enquiry and every page with a form asks for it.
 */
export async function findForm(ctx: Context, formId: string): Promise<LeadForm | null> {
  const isDefault = formId === 'default';
  const id = isDefault ? null : storedId('leadForm', formId);
  if (!isDefault && !id) return null;
  if (isDefault) await listStages(ctx);
  const rows = await query<LeadForm>(
    ctx.em,
    `select ${columns} from lead_forms
      where workspace_id = $1 and deleted_at is null and ($2::uuid is null or id = $2) order by id limit 1`,
    [ctx.workspace.id, id],
  );
  return rows[0] ?? null;
}

export async function getForm(ctx: Context, formId: string): Promise<LeadForm> {
  const form = await findForm(ctx, formId);
  if (!form) throw problems.not_found();
  return form;
}

export async function listForms(ctx: Context, request: PageRequest): Promise<Page<Schemas['LeadForm']>> {
  const limit = request.limit ?? 25;
  const after = cursorId('leadForm', request.after);
  await getPipeline(ctx);
  const rows = await ctx.em.find(
    LeadForm,
    { workspaceId: ctx.workspace.id, deletedAt: null, ...(after ? { id: { $lt: after } } : {}) },
    { orderBy: { id: 'desc' }, limit: limit + 1 },
  );
  const shown = rows.slice(0, limit);
  return { items: shown.map(presentForm), next: rows.length > limit ? publicId('leadForm', shown.at(-1)!.id) : null };
}

async function loadForm(ctx: Context, formId: string, ifMatch: number | '*' = '*'): Promise<LeadForm> {
  const form = await loadForWrite<LeadForm>(ctx, LeadForm, 'leadForm', formId, ifMatch);
  if (form.deletedAt) throw problems.not_found();
  return form;
}

/** Changes a form. New consent texts get a new version, so that what a visitor agreed to stays known. */
export async function updateForm(
  ctx: Context,
  formId: string,
  patch: Schemas['LeadFormPatch'],
  ifMatch: number | '*',
): Promise<LeadForm> {
  const form = await loadForm(ctx, formId, ifMatch);
  if (patch.fields) checkFields(patch.fields);
  const { consent, custom, ...plain } = patch;
  const texts = {
    emailText: consent?.emailText ?? form.consent.emailText,
    smsText: consent?.smsText === undefined ? form.consent.smsText : consent.smsText,
  };
  const sameTexts = texts.emailText === form.consent.emailText && texts.smsText === form.consent.smsText;
  const next = {
    ...plain,
    consent: { ...texts, textVersion: form.consent.textVersion + (sameTexts ? 0 : 1) },
    custom: mergeCustom(form.custom, custom),
  };
  const fields = diff(form as unknown as Record<string, unknown>, next);
  if (fields.length === 0) return form;
  Object.assign(form, next);
  touch(ctx, form);
  announce(ctx, form, 'updated', fields);
  return form;
}

export async function deleteForm(ctx: Context, formId: string): Promise<void> {
  // All forms are locked in the order of their ids: two deletions at once can't both think that another one stays.
  const left = await query(
    ctx.em,
    'select id from lead_forms where workspace_id = $1 and deleted_at is null order by id for update',
    [ctx.workspace.id],
  );
  const form = await loadForm(ctx, formId);
  if (left.length <= 1) throw errors.last_form();
  form.deletedAt = ctx.now;
  touch(ctx, form);
  announce(ctx, form, 'deleted');
}
