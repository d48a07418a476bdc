/** What is wrong with a draft, found here or by the server. Pure. */
import { type Draft, hasOptions, most } from './form-draft.ts';
import type { TranslateForm } from './texts.ts';

export interface FieldErrors {
  readonly label?: string;
  readonly hint?: string;
  readonly type?: string;
  readonly options?: string;
}

export interface DraftErrors {
  readonly name?: string;
  readonly title?: string;
  readonly intro?: string;
  readonly submitLabel?: string;
  readonly emailText?: string;
  readonly smsText?: string;
  readonly thanksTitle?: string;
  readonly thanksMessage?: string;
  readonly replySubject?: string;
  readonly replyMessage?: string;
  /** About the list of fields as a whole. */
  readonly list?: string;
  /** By the field's key. */
  readonly fields: Readonly<Record<string, FieldErrors>>;
}

type Part = Exclude<keyof DraftErrors, 'fields'>;

/** What is wrong with a draft; undefined if nothing is. */
export function checkDraft(draft: Draft, t: TranslateForm): DraftErrors | undefined {
  const required = (text: string) => (text.trim() ? undefined : t('field.required'));
  const fields: Record<string, FieldErrors> = {};
  for (const { key, label, type, options } of draft.fields) {
    const errors = {
      label: required(label),
      options: hasOptions(type) ? checkOptions(options ?? [], t) : undefined,
    };
    if (errors.label || errors.options) fields[key] = errors;
  }
  const { consent, thanks, autoReply } = draft;
  const errors = {
    name: required(draft.name),
    title: required(draft.title),
    submitLabel: required(draft.submitLabel),
    emailText: required(consent.emailText),
    smsText: consent.smsText === null ? undefined : required(consent.smsText),
    thanksTitle: required(thanks.title),
    thanksMessage: required(thanks.message),
    // An answer that is switched off keeps its texts, and the server wants them too.
    replySubject: required(autoReply.subject),
    replyMessage: required(autoReply.message),
    list: checkList(draft, t),
  };
  const isFine = Object.values(errors).every((error) => error === undefined) && Object.keys(fields).length === 0;
  return isFine ? undefined : { ...errors, fields };
}

function checkOptions(options: readonly string[], t: TranslateForm): string | undefined {
  if (options.length === 0) return t('field.optionsMissing');
  if (options.length > most.options) return t('field.optionsMany', { count: most.options });
  const long = options.find((option) => option.length > most.option);
  return long && t('field.optionLong', { option: `${long.slice(0, 30)}…`, count: most.option });
}

function checkList({ fields }: Draft, t: TranslateForm): string | undefined {
  const has = (key: string) => fields.some((field) => field.key === key);
  if (!has('name')) return t('field.nameMissing');
  return has('email') || has('phone') ? undefined : t('field.contactMissing');
}

interface ServerError {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

const parts: Readonly<Record<string, Part>> = {
  '/name': 'name',
  '/title': 'title',
  '/intro': 'intro',
  '/submitLabel': 'submitLabel',
  '/fields': 'list',
  '/consent/emailText': 'emailText',
  '/consent/smsText': 'smsText',
  '/thanks/title': 'thanksTitle',
  '/thanks/message': 'thanksMessage',
  '/autoReply/subject': 'replySubject',
  '/autoReply/message': 'replyMessage',
};

/**
 * What the server found wrong, each at its field; undefined if it named nothing that the designer shows, so that the
 * problem is told as a whole.
 */
export function serverErrors(found: readonly ServerError[], draft: Draft, t: TranslateForm): DraftErrors | undefined {
  const errors: Partial<Record<Part, string>> = {};
  const fields: Record<string, FieldErrors> = {};
  for (const error of found) {
    const text = words(error, t);
    const [, index, member = 'label'] = /^\/fields\/(\d+)(?:\/(\w+))?/.exec(error.pointer) ?? [];
    const field = index === undefined ? undefined : draft.fields[Number(index)];
    if (field) {
      // Its key is nothing a person can see or change: what is wrong with it shows at the label.
      const at = member === 'hint' || member === 'type' || member === 'options' ? member : 'label';
      fields[field.key] = { [at]: text, ...fields[field.key] };
      continue;
    }
    const part = parts[error.pointer];
    if (part) errors[part] ??= text;
  }
  const nothing = Object.keys(errors).length === 0 && Object.keys(fields).length === 0;
  return nothing ? undefined : { ...errors, fields };
}

/** Our own words for what the server can find, in the person's language; its message for anything else. */
function words({ pointer, code, message }: ServerError, t: TranslateForm): string {
  if (code === 'tax_number') return t('field.taxNumber');
  if (pointer === '/fields' && code === 'name') return t('field.nameMissing');
  if (pointer === '/fields' && code === 'contact') return t('field.contactMissing');
  if (pointer.endsWith('/options') && code === 'required') return t('field.optionsMissing');
  return message;
}
