import { html, nothing, type TemplateResult } from 'lit';
import { formatBudget } from '../app/format.ts';
import { icon } from '../app/icons.ts';
import type { FieldName, LeadEditor } from './lead-editor.ts';
import type { LeadText, TranslateLead } from './texts.ts';

/** Two people changed the same field: both versions, and the choice. */
export function conflictNotice(editor: LeadEditor, t: TranslateLead, locale: string): TemplateResult | typeof nothing {
  const { conflict } = editor;
  if (!conflict) return nothing;
  const { field, patch, theirs } = conflict;
  const label = field === 'budget' ? t('column.budget') : t(`lead.${field}` as LeadText);
  const text = (value: unknown) => valueText(field, value, t, locale);
  return html`<div class="notice warning conflict" role="alert">
    ${icon('refreshCw')}
    <div>
      <strong>${t('conflict.title')}</strong>
      <p>${t('conflict.text', { field: label })}</p>
      <dl>
        <dd><bdi>${t('conflict.theirs', { value: text(theirs[field]) })}</bdi></dd>
        <dd><bdi>${t('conflict.yours', { value: text(patch[field]) })}</bdi></dd>
      </dl>
      <div class="row">
        <button class="button small" @click=${() => void editor.resolve(false)}>${t('conflict.keepTheirs')}</button>
        <button class="button small primary" @click=${() => void editor.resolve(true)}>${t('conflict.keepYours')}</button>
      </div>
    </div>
  </div>`;
}

function valueText(field: FieldName, value: unknown, t: TranslateLead, locale: string): string {
  if (value === null || value === undefined || value === '') return t('lead.empty');
  if (typeof value === 'boolean') return t(value ? 'sheet.yes' : 'sheet.no');
  if (field === 'budget') {
    const words = {
      from: (amount: string) => t('budget.from', { amount }),
      upTo: (amount: string) => t('budget.upTo', { amount }),
    };
    return formatBudget(value as Parameters<typeof formatBudget>[0], locale, words) ?? t('lead.empty');
  }
  return String(value);
}
