/** The parts of the form designer besides its fields. */
import { html, nothing, type TemplateResult } from 'lit';
import { areaField, checkField, textField } from '../../app/fields.ts';
import type { DraftErrors } from './draft-errors.ts';
import type { Draft } from './form-draft.ts';
import type { TranslateForm } from './texts.ts';

export interface PartView {
  readonly draft: Draft;
  readonly errors: DraftErrors | undefined;
  readonly disabled: boolean;
  readonly t: TranslateForm;
  readonly set: (change: Partial<Draft>) => void;
}

const part = (title: string, text: string | undefined, content: unknown): TemplateResult => html`<section class="part">
  <header>
    <h2>${title}</h2>
    ${text ? html`<p class="muted">${text}</p>` : nothing}
  </header>
  ${content}
</section>`;

export const headPart = ({ draft, errors, disabled, t, set }: PartView): TemplateResult =>
  part(
    t('designer.head'),
    undefined,
    html`
      ${textField({
        name: 'title',
        label: t('designer.formTitle'),
        value: draft.title,
        disabled,
        maxLength: 200,
        dir: 'auto',
        autocomplete: 'off',
        error: errors?.title,
        input: (title) => set({ title }),
      })}
      ${areaField({
        name: 'intro',
        label: t('designer.intro'),
        optional: t('state.optional'),
        value: draft.intro ?? '',
        disabled,
        rows: 2,
        maxLength: 2000,
        error: errors?.intro,
        input: (intro) => set({ intro: intro || null }),
      })}
      ${textField({
        name: 'submitLabel',
        label: t('designer.submitLabel'),
        value: draft.submitLabel,
        disabled,
        maxLength: 60,
        dir: 'auto',
        autocomplete: 'off',
        error: errors?.submitLabel,
        input: (submitLabel) => set({ submitLabel }),
      })}
    `,
  );

export function consentPart({ draft, errors, disabled, t, set }: PartView): TemplateResult {
  const { consent } = draft;
  return part(
    t('consent.title'),
    t('consent.text'),
    html`
      ${areaField({
        name: 'emailText',
        label: t('consent.email'),
        hint: t('consent.version', { version: consent.textVersion }),
        value: consent.emailText,
        disabled,
        rows: 2,
        maxLength: 500,
        error: errors?.emailText,
        input: (emailText) => set({ consent: { ...consent, emailText } }),
      })}
      ${checkField({
        name: 'sms',
        label: t('consent.sms'),
        checked: consent.smsText !== null,
        disabled,
        change: (on) => set({ consent: { ...consent, smsText: on ? t('consent.smsDefault') : null } }),
      })}
      ${
        consent.smsText === null
          ? nothing
          : areaField({
              name: 'smsText',
              label: t('consent.smsText'),
              value: consent.smsText,
              disabled,
              rows: 2,
              maxLength: 500,
              error: errors?.smsText,
              input: (smsText) => set({ consent: { ...consent, smsText } }),
            })
      }
    `,
  );
}

export function thanksPart({ draft, errors, disabled, t, set }: PartView): TemplateResult {
  const { thanks } = draft;
  return part(
    t('thanks.title'),
    undefined,
    html`
      ${textField({
        name: 'thanksTitle',
        label: t('thanks.heading'),
        value: thanks.title,
        disabled,
        maxLength: 200,
        dir: 'auto',
        autocomplete: 'off',
        error: errors?.thanksTitle,
        input: (title) => set({ thanks: { ...thanks, title } }),
      })}
      ${areaField({
        name: 'thanksMessage',
        label: t('thanks.message'),
        value: thanks.message,
        disabled,
        maxLength: 2000,
        error: errors?.thanksMessage,
        input: (message) => set({ thanks: { ...thanks, message } }),
      })}
    `,
  );
}

export function replyPart({ draft, errors, disabled, t, set }: PartView): TemplateResult {
  const { autoReply } = draft;
  return part(
    t('reply.title'),
    t('reply.text'),
    html`
      ${checkField({
        name: 'replyEnabled',
        label: t('reply.enabled'),
        checked: autoReply.enabled,
        disabled,
        change: (enabled) => set({ autoReply: { ...autoReply, enabled } }),
      })}
      ${
        autoReply.enabled || errors?.replySubject || errors?.replyMessage
          ? html`${textField({
              name: 'replySubject',
              label: t('reply.subject'),
              value: autoReply.subject,
              disabled,
              maxLength: 200,
              dir: 'auto',
              autocomplete: 'off',
              error: errors?.replySubject,
              input: (subject) => set({ autoReply: { ...autoReply, subject } }),
            })}
            ${areaField({
              name: 'replyMessage',
              label: t('reply.message'),
              hint: t('reply.hint', { placeholders: '{name}, {studio}' }),
              value: autoReply.message,
              disabled,
              rows: 6,
              maxLength: 5000,
              error: errors?.replyMessage,
              input: (message) => set({ autoReply: { ...autoReply, message } }),
            })}`
          : nothing
      }
    `,
  );
}
