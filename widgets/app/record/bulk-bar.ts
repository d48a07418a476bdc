/** What can be done to the marked records, floating above the list; and what failed of it. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { type IconName, icon } from '../icons.ts';
import type { MenuItem } from '../parts/menu.ts';
import type { Failure } from './actions.ts';
import type { TranslateRecord } from './texts.ts';

export interface BulkAction {
  readonly label: string;
  readonly icon: IconName;
  /** Pressed, it runs; one with items opens a menu of them instead. */
  readonly run?: () => void;
  readonly items?: readonly MenuItem[];
}

export interface BulkView {
  readonly t: TranslateRecord;
  readonly count: number;
  readonly progress?: { readonly done: number; readonly total: number } | undefined;
  readonly actions: readonly BulkAction[];
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

  .bulk:dir(rtl) {
    padding: 6px 14px 6px 6px;
  }

  .bulk strong {
    font-weight: 500;
    margin-inline-end: 8px;
  }

  .bulk.working {
    gap: 12px;
    min-block-size: 46px;
    padding-inline: 16px;
  }

  .bulk progress {
    accent-color: var(--_accent);
    inline-size: 160px;
  }

  .failures {
    display: grid;
    gap: 12px;
    list-style: none;
    margin: 12px 0 0;
    padding: 0;
  }

  .failures strong,
  .failures span {
    display: block;
    text-align: start;
  }

  .failures strong {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  @media (max-width: 720px) {
    .bulk {
      inset-inline: 8px;
      max-inline-size: none;
    }

    .bulk strong {
      flex: 1;
    }

    /* The count and the way out of it share the first line; what can be done has the second to itself. */
    .bulk strong {
      order: -3;
    }

    .bulk .clear {
      order: -2;
    }

    .bulk .button:not(.clear) .icon {
      display: none;
    }

    .bulk::before {
      content: '';
      flex-basis: 100%;
      order: -1;
    }
  }
`;

export function bulkBar({ t, count, progress, actions, clear }: BulkView): TemplateResult | typeof nothing {
  if (progress) {
    const text = t('bulk.working', progress);
    return html`<div class="bulk working">
      <span class="numbers" role="status">${text}</span>
      <progress max=${progress.total} value=${progress.done} aria-label=${text}></progress>
    </div>`;
  }
  if (count === 0) return nothing;
  return html`<div class="bulk" role="toolbar" aria-label=${t('bulk.label')}>
    <strong role="status">${t('bulk.selected', { count })}</strong>
    ${actions.map(action)}
    <button
      class="button quiet small only-icon clear"
      aria-label=${t('bulk.clear')}
      title=${t('bulk.clear')}
      @click=${clear}
    >
      ${icon('x')}
    </button>
  </div>`;
}

function action({ label, icon: name, run, items }: BulkAction): TemplateResult | typeof nothing {
  if (!items) return html`<button class="button quiet small" @click=${run}>${icon(name)}${label}</button>`;
  if (items.length === 0) return nothing;
  return html`<alloza-app-menu .items=${items} label=${label}>
    <button class="button quiet small">${icon(name)}${label}</button>
  </alloza-app-menu>`;
}

/** Which records stayed as they were, and why. */
export function failuresDialog<T>(
  failures: readonly Failure<T>[],
  { t, nameOf, close }: { t: TranslateRecord; nameOf: (record: T) => string; close: () => void },
): TemplateResult | typeof nothing {
  if (failures.length === 0) return nothing;
  return html`<alloza-app-dialog
    .open=${true}
    heading=${t('bulk.failed', { count: failures.length })}
    closeLabel=${t('action.close')}
    @app-close=${close}
  >
    <p class="muted">${t('bulk.failedText')}</p>
    <ul class="failures">
      ${failures.map(({ record, reason }) => html`<li><strong dir="auto">${nameOf(record)}</strong><span dir="auto">${reason}</span></li>`)}
    </ul>
    <button slot="footer" class="button primary" @click=${close}>${t('action.close')}</button>
  </alloza-app-dialog>`;
}
