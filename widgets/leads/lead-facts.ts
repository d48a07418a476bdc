/** What the visitor said and agreed to: read only, as it is a record. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../app/icons.ts';
import type { Lead } from './board-state.ts';
import { sourceIcons } from './card.ts';
import type { TranslateLead } from './texts.ts';

interface FactsView {
  readonly lead: Lead;
  readonly t: TranslateLead;
  readonly locale: string;
  readonly formName: string | undefined;
  readonly instant: (at: string) => string;
}

export function leadFacts(view: FactsView): TemplateResult {
  const { lead, t } = view;
  return html`
    ${
      lead.answers.length > 0
        ? html`<section class="facts">
          <h3>${t('sheet.answers')}</h3>
          <dl>
            ${lead.answers.map(
              ({ label, value }) => html`<dt><bdi>${label}</bdi></dt>
                <dd><bdi>${answerText(value, view)}</bdi></dd>`,
            )}
          </dl>
        </section>`
        : nothing
    }
    ${origin(view)} ${consent(view)}
  `;
}

function answerText(value: Lead['answers'][number]['value'], { t, locale }: FactsView): string {
  if (value === null || value === '') return t('sheet.empty');
  if (typeof value === 'boolean') return t(value ? 'sheet.yes' : 'sheet.no');
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
  if (Array.isArray(value)) return new Intl.ListFormat(locale, { type: 'unit' }).format(value);
  return value;
}

function origin({ lead, t, formName }: FactsView): TemplateResult {
  const { kind, pageUrl, campaign } = lead.source;
  const tags = Object.entries(campaign);
  return html`<section class="facts">
    <h3>${t('sheet.origin')}</h3>
    <dl>
      <dt>${t('sheet.source')}</dt>
      <dd class="inline">${icon(sourceIcons[kind])}${t(`source.${kind}`)}</dd>
      ${formName ? html`<dt>${t('sheet.form')}</dt><dd><bdi>${formName}</bdi></dd>` : nothing}
      ${pageUrl ? html`<dt>${t('sheet.page')}</dt><dd dir="ltr">${pageLink(pageUrl)}</dd>` : nothing}
      ${
        tags.length > 0
          ? html`<dt>${t('sheet.campaign')}</dt><dd dir="ltr">${tags.map(([name, value]) => `${name}: ${value}`).join('\n')}</dd>`
          : nothing
      }
    </dl>
  </section>`;
}

/** The address came from outside: only a web address becomes a link. */
function pageLink(pageUrl: string): unknown {
  if (!/^https?:\/\//i.test(pageUrl)) return pageUrl;
  return html`<a href=${pageUrl} target="_blank" rel="noopener noreferrer nofollow">${pageUrl.replace(/^https?:\/\//i, '')}</a>`;
}

function consent({ lead, t, instant }: FactsView): TemplateResult {
  if (!lead.consent) {
    return html`<section class="facts">
      <h3>${t('sheet.consent')}</h3>
      <p class="muted">${t('sheet.consentNone')}</p>
    </section>`;
  }
  const { email, sms, textVersion, at } = lead.consent;
  const line = (given: boolean, label: string): TemplateResult => html`<dt>${label}</dt>
    <dd class="inline">${icon(given ? 'check' : 'x')}${t(given ? 'sheet.consentYes' : 'sheet.consentNo')}</dd>`;
  return html`<section class="facts">
    <h3>${t('sheet.consent')}</h3>
    <dl>${line(email, t('sheet.consentEmail'))} ${line(sms, t('sheet.consentSms'))}</dl>
    <p class="meta">${t('sheet.consentAt', { when: instant(at), version: textVersion })}</p>
  </section>`;
}
