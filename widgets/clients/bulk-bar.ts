/** What can be done to the marked clients, floating above the list. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { type IconName, icon } from '../app/icons.ts';
import type { MenuItem } from '../app/parts/menu.ts';
import type { TranslateClient } from './texts.ts';
import type { Client } from './view.ts';

export interface BulkView {
  readonly t: TranslateClient;
  readonly clients: readonly Client[];
  readonly deleted: boolean;
  readonly mayMerge: boolean;
  readonly addTag: () => void;
  readonly removeTag: (tag: string) => void;
  readonly merge: () => void;
  readonly remove: () => void;
  readonly restore: () => void;
  readonly clear: () => void;
}

export const bulkStyles = css`
  .bulk {
    align-items: center;
    background: var(--_raised);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    box-shadow: var(--_shadow-menu);
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    inset-block-end: 48px;
    inset-inline: 16px;
    justify-content: center;
    margin-inline: auto;
    max-inline-size: max-content;
    padding: 6px 6px 6px 14px;
    position: absolute;
    z-index: 3;
  }

  .bulk strong {
    font-weight: 500;
    margin-inline-end: 8px;
  }
`;

export function bulkBar(bar: BulkView): TemplateResult | typeof nothing {
  const { t, clients, deleted } = bar;
  if (clients.length === 0) return nothing;
  const button = (name: IconName, label: string, run: () => void): TemplateResult => html`
    <button class="button quiet small" @click=${run}>${icon(name)}${label}</button>
  `;
  const tags = [...new Set(clients.flatMap((client) => client.tags))];
  const items = tags.map((tag): MenuItem => ({ label: tag, run: () => bar.removeTag(tag) }));
  return html`<div class="bulk" role="toolbar" aria-label=${t('bulk.label')}>
    <strong role="status">${t('bulk.selected', { count: clients.length })}</strong>
    ${
      deleted
        ? button('rotateCcw', t('action.restore'), bar.restore)
        : html`
          ${button('tag', t('bulk.addTag'), bar.addTag)}
          ${
            items.length > 0
              ? html`<alloza-app-menu .items=${items} label=${t('bulk.removeTag')}>
                <button class="button quiet small">${icon('x')}${t('bulk.removeTag')}</button>
              </alloza-app-menu>`
              : nothing
          }
          ${bar.mayMerge && clients.length === 2 ? button('merge', t('duplicate.compare'), bar.merge) : nothing}
          ${button('trash2', t('action.delete'), bar.remove)}
        `
    }
    <button class="button quiet small only-icon" aria-label=${t('bulk.clear')} title=${t('bulk.clear')} @click=${bar.clear}>
      ${icon('x')}
    </button>
  </div>`;
}
