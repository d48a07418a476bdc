import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.ts';
import type { FieldOf, RecordEditor, Versioned } from './editor.ts';
import type { TranslateRecord } from './texts.ts';

/** How a room says its fields and their values. */
export interface FieldWords<T, P> {
  readonly t: TranslateRecord;
  readonly label: (field: FieldOf<T, P>) => string;
  /** A value that is there; undefined where words for it are common. */
  readonly value: (field: FieldOf<T, P>, value: unknown) => string | undefined;
}

/** Two people changed the same field: both versions, and the choice. */
export function conflictNotice<T extends Versioned, P extends object>(
  editor: RecordEditor<T, P>,
  words: FieldWords<T, P>,
): TemplateResult | typeof nothing {
  const { conflict } = editor;
  if (!conflict) return nothing;
  const { t } = words;
  const { field, mine, theirs } = conflict;
  const text = (value: unknown) => valueText(field, value, words);
  return html`<div class="notice warning conflict" role="alert">
    ${icon('refreshCw')}
    <div>
      <strong>${t('conflict.title')}</strong>
      <p>${t('conflict.text', { field: words.label(field) })}</p>
      <ul>
        <li><bdi>${t('conflict.theirs', { value: text(theirs[field]) })}</bdi></li>
        <li><bdi>${t('conflict.yours', { value: text(mine[field]) })}</bdi></li>
      </ul>
      <div class="row">
        <button class="button small" @click=${() => void editor.resolve(false)}>${t('conflict.keepTheirs')}</button>
        <button class="button small primary" @click=${() => void editor.resolve(true)}>${t('conflict.keepYours')}</button>
      </div>
    </div>
  </div>`;
}

function valueText<T, P>(field: FieldOf<T, P>, value: unknown, { t, value: own }: FieldWords<T, P>): string {
  if (value === null || value === undefined || value === '') return t('sheet.empty');
  if (typeof value === 'boolean') return t(value ? 'sheet.yes' : 'sheet.no');
  return own(field, value) ?? String(value);
}
