/** What stands above every list of records: its name, the search, how it is laid out, and the menus of its filters. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { type IconName, icon } from '../icons.ts';
import type { LiveStatus } from '../live.ts';
import type { MenuItem } from '../parts/menu.ts';
import { searchField } from './search-field.ts';
import type { TranslateRecord } from './texts.ts';

export interface HeadView {
  readonly t: TranslateRecord;
  readonly title: string;
  readonly status: LiveStatus;
  /** What the dot says of the live stream. */
  readonly statusText: string;
  /** Names the field of the search. */
  readonly searchLabel: string;
  readonly text: string;
  readonly search: (text: string) => void;
  /** Stands between the search and the button that makes a record. */
  readonly tools: unknown;
  readonly createLabel: string;
  readonly createKey?: string;
  /** Without it there is no button: not everybody may. */
  readonly create?: () => void;
}

export const listHead = (head: HeadView): TemplateResult => {
  const { t, status, statusText, createLabel } = head;
  return html`<div class="head">
    <h1>
      ${head.title}
      <span class="dot ${status}" role="img" aria-label=${statusText} title=${statusText}></span>
    </h1>
    ${searchField({ t, label: head.searchLabel, text: head.text, search: head.search })} ${head.tools}
    ${
      head.create
        ? html`<button
          class="button primary create"
          @click=${head.create}
          aria-keyshortcuts=${ifDefined(head.createKey)}
          aria-label=${createLabel}
        >
          ${icon('plus')}<span class="label">${createLabel}</span>
        </button>`
        : nothing
    }
  </div>`;
};

export type Layout = 'board' | 'table';

/** Board or table. */
export const layoutSwitch = (
  label: string,
  names: Readonly<Record<Layout, string>>,
  current: Layout,
  choose: (layout: Layout) => void,
): TemplateResult => {
  const button = (layout: Layout, name: IconName): TemplateResult => html`
    <button
      class="button small"
      aria-pressed=${String(current === layout)}
      title=${names[layout]}
      @click=${() => choose(layout)}
    >
      ${icon(name)}<span class="label">${names[layout]}</span>
    </button>
  `;
  return html`<div class="switch" role="group" aria-label=${label}>
    ${button('board', 'columns3')}${button('table', 'table2')}
  </div>`;
};

/** A filter, or the order of the list. */
export const filterMenu = (label: string, name: IconName, items: MenuItem[]): TemplateResult => html`
  <alloza-app-menu .items=${items} label=${label}>
    <button class="button quiet small" title=${label}>${icon(name)}<span class="label">${label}</span></button>
  </alloza-app-menu>
`;
