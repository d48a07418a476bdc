/** The head of the leads screen: search, layout, status, filters. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { formatNumber } from '../app/format.ts';
import { icon } from '../app/icons.ts';
import type { LiveStatus } from '../app/live.ts';
import type { MenuItem } from '../app/parts/menu.ts';
import { filterChip, searchField } from '../app/record/search-field.ts';
import type { Summary, View } from './board-state.ts';
import type { FormName } from './sheet.ts';
import type { TranslateLead } from './texts.ts';

export interface ToolbarView {
  readonly t: TranslateLead;
  readonly locale: string;
  readonly view: View;
  readonly summary: Summary | undefined;
  readonly status: LiveStatus;
  readonly forms: readonly FormName[];
  readonly types: readonly string[];
  readonly href: (view: View) => string;
  readonly change: (view: View) => void;
  readonly search: (text: string) => void;
  readonly create: () => void;
  readonly transfer: unknown;
}

export const toolbar = (bar: ToolbarView): TemplateResult => html`
  <div class="head">
    <h1>
      ${bar.t('leads.title')}
      <span class="dot ${bar.status}" role="img" aria-label=${bar.t(`live.${bar.status}`)} title=${bar.t(`live.${bar.status}`)}></span>
    </h1>
    ${searchField({ t: bar.t, label: bar.t('leads.search'), text: bar.view.q, search: bar.search })} ${layoutSwitch(bar)}
    ${bar.transfer}
    <button class="button primary create" @click=${bar.create} aria-keyshortcuts="c" aria-label=${bar.t('leads.create')}>
      ${icon('plus')}<span class="label">${bar.t('leads.create')}</span>
    </button>
  </div>
  <div class="filters ${bar.view.layout === 'board' && bar.view.status === 'open' ? 'board' : ''}">
    <nav class="tabs" aria-label=${bar.t('leads.status')}>
      ${(['open', 'won', 'lost', 'spam', 'deleted'] as const).map((status) => tab(bar, status))}
    </nav>
    <div class="tools">${filterMenus(bar)}</div>
  </div>
  ${chips(bar)}
`;

function layoutSwitch({ t, view, change }: ToolbarView): TemplateResult | typeof nothing {
  if (view.status !== 'open') return nothing;
  const button = (layout: View['layout'], name: 'columns3' | 'table2'): TemplateResult => html`
    <button
      class="button small"
      aria-pressed=${String(view.layout === layout)}
      title=${t(`leads.${layout}`)}
      @click=${() => change({ ...view, layout })}
    >
      ${icon(name)}<span class="label">${t(`leads.${layout}`)}</span>
    </button>
  `;
  return html`<div class="switch" role="group" aria-label=${t('leads.layout')}>
    ${button('board', 'columns3')}${button('table', 'table2')}
  </div>`;
}

function tab({ t, view, summary, locale, href }: ToolbarView, status: View['status']): TemplateResult {
  const count = status === 'deleted' ? undefined : summary?.[status];
  return html`<a href=${href({ ...view, status })} aria-current=${ifDefined(status === view.status ? 'page' : undefined)}
    >${t(`status.${status}`)}${count === undefined ? nothing : html`<span class="count">${formatNumber(count, locale)}</span>`}</a
  >`;
}

function filterMenus(bar: ToolbarView): TemplateResult {
  const { t, view, change, forms, types } = bar;
  const choice = (label: string, checked: boolean, next: Partial<View>): MenuItem => ({
    label,
    checked,
    run: () => change({ ...view, ...next }),
  });
  const menu = (label: string, name: Parameters<typeof icon>[0], items: MenuItem[]): TemplateResult => html`
    <alloza-app-menu .items=${items} label=${label}>
      <button class="button quiet small" title=${label}>${icon(name)}<span class="label">${label}</span></button>
    </alloza-app-menu>
  `;
  return html`
    ${
      forms.length > 1
        ? menu(
            t('leads.filterForm'),
            'clipboardList',
            forms.map(({ id, name }) => choice(name, id === view.formId, { formId: id === view.formId ? '' : id })),
          )
        : nothing
    }
    ${
      types.length > 0
        ? menu(
            t('leads.filterType'),
            'tag',
            types.map((type) =>
              choice(type, type === view.projectType, { projectType: type === view.projectType ? '' : type }),
            ),
          )
        : nothing
    }
    ${menu(t('list.order'), 'listFilter', [
      choice(t('list.newest'), view.order === 'newest', { order: 'newest' }),
      choice(t('list.oldest'), view.order === 'oldest', { order: 'oldest' }),
    ])}
  `;
}

function chips({ t, view, change, forms }: ToolbarView): TemplateResult | typeof nothing {
  const form = forms.find(({ id }) => id === view.formId)?.name;
  const all: [string, Partial<View>][] = [
    ...(view.formId ? [[form ?? view.formId, { formId: '' }] as [string, Partial<View>]] : []),
    ...(view.projectType ? [[view.projectType, { projectType: '' }] as [string, Partial<View>]] : []),
  ];
  if (all.length === 0) return nothing;
  return html`<div class="chips">
    ${all.map(([name, without]) => filterChip(name, t, () => change({ ...view, ...without })))}
  </div>`;
}
