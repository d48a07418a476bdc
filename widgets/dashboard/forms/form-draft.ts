/** A form while it is designed. Pure. */
import type { Schema } from '@alloza/sdk/core';
import { difference } from '../../app/diff.ts';
import type { FormText, TranslateForm } from './texts.ts';

export type LeadForm = Schema<'LeadForm'>;
export type Field = LeadForm['fields'][number];
export type FieldType = Field['type'];

/** The part of a form that the designer changes. */
export type Draft = Pick<
  LeadForm,
  'name' | 'title' | 'intro' | 'submitLabel' | 'fields' | 'consent' | 'thanks' | 'autoReply'
>;

export const draftOf = (form: LeadForm): Draft => {
  const { name, title, intro, submitLabel, fields, consent, thanks, autoReply } = form;
  return { name, title, intro, submitLabel, fields, consent, thanks, autoReply };
};

/** The parts of a lead that a field can fill, with the kinds of answer that fit; any other key is an own question. */
export const leadKeys: Readonly<Record<string, readonly FieldType[]>> = {
  name: ['text'],
  email: ['email'],
  phone: ['phone'],
  projectType: ['choice', 'text'],
  eventDate: ['date'],
  place: ['text'],
  guestCount: ['number'],
  budget: ['budget'],
  message: ['longText', 'text'],
  heardFrom: ['text', 'choice'],
};

/** The kinds of answer for an own question. */
export const questionTypes: readonly FieldType[] = [
  'text',
  'longText',
  'choice',
  'choices',
  'yesNo',
  'date',
  'number',
  'email',
  'phone',
];

export const typesFor = (key: string): readonly FieldType[] => leadKeys[key] ?? questionTypes;

export const hasOptions = (type: FieldType) => type === 'choice' || type === 'choices';

/** The lead's parts that no field of the form fills yet. */
export const unusedKeys = (fields: readonly Field[]): string[] =>
  Object.keys(leadKeys).filter((key) => !fields.some((field) => field.key === key));

/** A field for a part of the lead, or an own question of the given kind. */
export function newField(
  fields: readonly Field[],
  wanted: { key: string } | { type: FieldType },
  t: TranslateForm,
): Field {
  const [key, type] = 'key' in wanted ? [wanted.key, leadKeys[wanted.key]![0]!] : [freeKey(fields), wanted.type];
  const label = 'key' in wanted ? t(`key.${wanted.key}` as FormText) : t('key.newQuestion');
  return {
    key,
    type,
    label,
    required: key === 'name',
    ...(hasOptions(type) ? { options: [t('key.firstChoice')] } : {}),
  };
}

/** Keys of own questions are counted: the label may change, and answers are kept by their key. */
function freeKey(fields: readonly Field[]): string {
  for (let number = 1; ; number++) {
    const key = `question${number}`;
    if (!fields.some((field) => field.key === key)) return key;
  }
}

/** The field with another kind of answer; choices come and go with it. */
export function withType(field: Field, type: FieldType, t: TranslateForm): Field {
  const { options, ...rest } = field;
  return hasOptions(type) ? { ...rest, type, options: options ?? [t('key.firstChoice')] } : { ...rest, type };
}

/** The most fields and choices that the server takes. */
export const most = { fields: 40, options: 50, option: 120 } as const;

/** Choices from lines; empty and repeated ones are left out. */
export const readOptions = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/**
 * The merge patch of a save; undefined if nothing changed. Thanks and automatic answer are stored as a whole, and the
 * version of the consent is the server's to count.
 */
export function draftPatch(form: LeadForm, draft: Draft): Schema<'LeadFormPatch'> | undefined {
  const patch: Partial<Draft> | undefined = difference(draftOf(form), draft);
  if (!patch) return undefined;
  const { consent: _consent, ...rest } = patch;
  const { emailText, smsText } = draft.consent;
  return {
    ...rest,
    ...(patch.consent && { consent: { emailText, smsText } }),
    ...(patch.thanks && { thanks: draft.thanks }),
    ...(patch.autoReply && { autoReply: draft.autoReply }),
  };
}

/** The parts of a draft that differ from the version it began with, on top of a newer one. */
export function onto(newer: LeadForm, base: LeadForm, draft: Draft): Draft {
  const next = draftOf(newer);
  const { consent, ...rest } = draftPatch(base, draft) ?? {};
  return { ...next, ...rest, consent: { ...next.consent, ...consent } } as Draft;
}

/** The draft as visitors will see it. */
export const publicForm = (
  id: string,
  { title, intro, submitLabel, fields, consent }: Draft,
): Schema<'PublicLeadForm'> => ({
  id,
  title,
  intro,
  submitLabel,
  fields,
  consent,
});

/** What a new form begins with; the server adds the words that the studio can change later. */
export function newForm(name: string, t: TranslateForm): Schema<'LeadFormInput'> {
  const keys = ['name', 'email', 'phone', 'projectType', 'eventDate', 'message'];
  const projectTypes = ['kind.wedding', 'kind.portrait', 'kind.family', 'kind.other'] as const;
  const fields = keys.map((key): Field => {
    const field = { ...newField([], { key }, t), required: key === 'name' || key === 'email' };
    return key === 'projectType' ? { ...field, options: projectTypes.map((type) => t(type)) } : field;
  });
  return { name, fields };
}

/** Everything of a form under another name. The texts of the consent begin at version 1 again. */
export function copyOf(form: LeadForm, name: string): Schema<'LeadFormInput'> {
  const { consent, ...rest } = draftOf(form);
  return { ...rest, name, consent: { emailText: consent.emailText, smsText: consent.smsText } };
}
