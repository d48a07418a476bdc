import type { Schema } from '@alloza/sdk/core';
import { parseMoney, parseNumber } from '../parts/numbers.ts';
import { type Draft, type Entry, type Form, type FormField, type LeadInput, type Reading, textOf } from './draft.ts';

/** Where the visitor is, for the studio's "heard from". */
export interface Visit {
  pageUrl?: string;
  utm?: Record<string, string>;
}

/** Parts of a lead that a field fills by its key and that are plain texts. */
const texts = ['name', 'email', 'phone', 'projectType', 'place', 'message', 'heardFrom'] as const;
const parts = new Set<string>([...texts, 'eventDate', 'guestCount', 'budget']);

/** Whether a field is the studio's own question rather than a part of the lead. */
export const isQuestion = (field: FormField) => !parts.has(field.key);

/** A valid draft as the body of `leads.create`. What was left empty is left out. */
export function toLeadInput(form: Form, draft: Draft, { locale, currency }: Reading, visit: Visit): LeadInput {
  const input: LeadInput = { formId: form.id, name: '', ...visit };
  const answers: Schema<'AnswerInput'>[] = [];
  for (const field of form.fields) {
    const entry = draft[field.key];
    const { key } = field;
    if (isQuestion(field)) {
      const value = answerOf(field, entry, locale);
      if (value !== undefined) answers.push({ key, value });
    } else if (key === 'eventDate') {
      if (textOf(entry) && !entry?.undecided) input.eventDate = textOf(entry);
      if (entry?.undecided) input.dateUndecided = true;
      else if (entry?.flexible) input.dateFlexible = true;
    } else if (key === 'guestCount') {
      const count = parseNumber(textOf(entry), locale);
      if (count !== null) input.guestCount = count;
    } else if (key === 'budget') {
      const budget = budgetOf(entry, { locale, currency });
      if (budget) input.budget = budget;
    } else {
      const text = textOf(entry);
      if (text) input[key as (typeof texts)[number]] = text;
    }
  }
  if (answers.length > 0) input.answers = answers;
  const agreed = (channel: string) => Boolean(draft[`consent-${channel}`]?.agreed);
  input.consent = { email: agreed('email'), sms: agreed('sms'), textVersion: form.consent.textVersion };
  return input;
}

function budgetOf(entry: Entry | undefined, { locale, currency }: Reading): Schema<'Budget'> | undefined {
  const min = entry?.min?.trim() ? parseMoney(entry.min, currency, locale) : null;
  const max = entry?.max?.trim() ? parseMoney(entry.max, currency, locale) : null;
  return min === null && max === null ? undefined : { min, max, currency };
}

function answerOf(field: FormField, entry: Entry | undefined, locale: string): Schema<'AnswerValue'> | undefined {
  const text = textOf(entry);
  switch (field.type) {
    case 'choices':
      return entry?.many?.length ? entry.many : undefined;
    case 'yesNo':
      return text ? text === 'yes' : undefined;
    case 'number':
      return text ? (parseNumber(text, locale) ?? undefined) : undefined;
    default:
      return text || undefined;
  }
}

/** The field that a problem's JSON Pointer into the sent body is about; undefined if it is about none of them. */
export function fieldOfPointer(pointer: string, form: Form, input: LeadInput): string | undefined {
  const [, part = '', which = ''] = pointer.split('/');
  // A question that was not answered is named by its key, an answer by its place.
  const asked = input.answers?.[Number(which)]?.key ?? which;
  const key = part === 'answers' ? asked : part.startsWith('date') ? 'eventDate' : part;
  return form.fields.find((field) => field.key === key)?.key;
}
