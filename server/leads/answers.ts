import type { components } from '../../sdk/schema.ts';
import { formats } from '../platform/formats.ts';
import { type FieldError, problems } from '../platform/problem.ts';
import type { LeadInput } from './create.ts';
import type { FormField, LeadForm } from './entities.ts';
import { leadKeys } from './forms.ts';

type Answer = components['schemas']['Answer'];

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Why a value does not answer a field, or null. */
function complaint(field: FormField, value: unknown): string | null {
  const text = typeof value === 'string';
  const format = (name: string) => (formats[name] as (value: string) => boolean)(value as string);
  switch (field.type) {
    case 'text':
      return text && value.length <= 500 ? null : 'must be a text of at most 500 characters';
    case 'longText':
      return text ? null : 'must be a text';
    case 'email':
      return text && format('email') ? null : 'must be an e-mail address';
    case 'phone':
      return text && format('phone') ? null : 'must be a telephone number';
    case 'date':
      return text && format('date') ? null : 'must be a date';
    case 'number':
      return typeof value === 'number' ? null : 'must be a number';
    case 'yesNo':
      return typeof value === 'boolean' ? null : 'must be yes or no';
    case 'choice':
      return text && field.options?.includes(value) ? null : 'must be one of the options';
    case 'choices':
      return Array.isArray(value) && value.every((item) => field.options?.includes(item))
        ? null
        : 'must be some of the options';
    case 'budget':
      return typeof value === 'object' ? null : 'must be a budget';
  }
}

/**
 * Holds an enquiry against its form and gives each of the studio's own questions its answer.
 * @param strict whether required fields must be filled: for visitors, not for what staff enter
 * @throws 422 with one pointer a field
 */
export function checkAnswers(form: LeadForm, input: LeadInput, strict: boolean): Answer[] {
  const found: FieldError[] = [];
  const given = new Map((input.answers ?? []).map((answer, index) => [answer.key, { ...answer, index }]));
  const answers: Answer[] = [];
  for (const field of form.fields) {
    const isLeadKey = Object.hasOwn(leadKeys, field.key);
    const answer = given.get(field.key);
    given.delete(field.key);
    const value = isLeadKey ? input[field.key as keyof LeadInput] : answer?.value;
    const pointer = isLeadKey ? `/${field.key}` : `/answers/${answer ? `${answer.index}/value` : field.key}`;
    if (isEmpty(value)) {
      const undecided = field.key === 'eventDate' && input.dateUndecided === true;
      if (strict && field.required && !undecided) found.push({ pointer, code: 'required', message: 'is required' });
      continue;
    }
    const problem = complaint(field, value);
    if (problem) found.push({ pointer, code: 'answer', message: problem });
    else if (!isLeadKey) answers.push({ key: field.key, label: field.label, value: value as Answer['value'] });
  }
  for (const { index, key } of given.values()) {
    found.push({ pointer: `/answers/${index}/key`, code: 'unknown', message: `the form has no field ${key}` });
  }
  if (input.consent) {
    if (input.consent.textVersion > form.consent.textVersion)
      found.push({ pointer: '/consent/textVersion', code: 'unknown', message: 'there is no such version' });
    if (input.consent.sms && form.consent.smsText === null)
      found.push({ pointer: '/consent/sms', code: 'not_asked', message: 'the form does not ask for it' });
  }
  if (found.length > 0) throw problems.invalid_request({ errors: found });
  return answers;
}
