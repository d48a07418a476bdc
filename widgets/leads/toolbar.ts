/** The head of the leads screen: search, layout, status, filters. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { formatNumber } from '../app/format.ts';
import type { LiveStatus } from '../app/live.ts';
import type { MenuItem } from '../app/parts/menu.ts';
import { filterMenu, layoutSwitch, listHead } from '../app/record/list-head.ts';
import { filterChip } from '../app/record/search-field.ts';
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
  readonly create?: () => void;
  readonly transfer: unknown;
}

export const toolbar = (bar: ToolbarView): TemplateResult => html`
  ${listHead({
    t: bar.t,
    title: bar.t('leads.title'),
    status: bar.status,
    statusText: bar.t(`live.${bar.status}`),
    searchLabel: bar.t('leads.search'),
    text: bar.view.q,
    search: bar.search,
    tools: [layouts(bar), bar.transfer],
    createLabel: bar.t('leads.create'),
    createKey: 'c',
    create: bar.create,
  })}
  <div class="filters ${bar.view.layout === 'board' && bar.view.status === 'open' ? 'board' : ''}">
    <nav class="tabs" aria-label=${bar.t('leads.status')}>
      ${(['open', 'won', 'lost', 'spam', 'deleted'] as const).map((status) => tab(bar, status))}
    </nav>
    <div class="tools">${filterMenus(bar)}</div>
  </div>
  ${chips(bar)}
`;

function layouts({ t, view, change }: ToolbarView): TemplateResult | typeof nothing {
  if (view.status !== 'open') return nothing;
  const names = { board: t('leads.board'), table: t('leads.table') };
  return layoutSwitch(t('leads.layout'), names, view.layout, (layout) => change({ ...view, layout }));
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
  return html`
    ${
      forms.length > 1
        ? filterMenu(
            t('leads.filterForm'),
            'clipboardList',
            forms.map(({ id, name }) => choice(name, id === view.formId, { formId: id === view.formId ? '' : id })),
          )
        : nothing
    }
    ${
      types.length > 0
        ? filterMenu(
            t('leads.filterType'),
            'tag',
            types.map((type) =>
              choice(type, type === view.projectType, { projectType: type === view.projectType ? '' : type }),
            ),
          )
        : nothing
    }
    ${filterMenu(t('list.order'), 'listFilter', [
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
    ...(view.importId ? [[t('list.oneImport'), { importId: '' }] as [string, Partial<View>]] : []),
  ];
  if (all.length === 0) return nothing;
  return html`<div class="chips">
    ${all.map(([name, without]) => filterChip(name, t, () => change({ ...view, ...without })))}
  </div>`;
}
