/** The head of the projects screen: search, layout, what is shown, filters. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { formatNumber } from '../app/format.ts';
import type { LiveStatus } from '../app/live.ts';
import type { MenuItem } from '../app/parts/menu.ts';
import type { Person } from '../app/people.ts';
import { filterMenu, layoutSwitch, listHead } from '../app/record/list-head.ts';
import { filterChip } from '../app/record/search-field.ts';
import type { TranslateProject } from './texts.ts';
import { inColumns, type Summary, shows, type View } from './view.ts';

export interface ToolbarView {
  readonly t: TranslateProject;
  readonly locale: string;
  readonly view: View;
  readonly summary: Summary | undefined;
  readonly status: LiveStatus;
  readonly people: readonly Person[];
  readonly href: (view: View) => string;
  readonly change: (view: View) => void;
  readonly search: (text: string) => void;
  readonly create?: () => void;
  readonly transfer: unknown;
}

export const toolbar = (bar: ToolbarView): TemplateResult => html`
  ${listHead({
    t: bar.t,
    title: bar.t('projects.title'),
    status: bar.status,
    statusText: bar.t(`live.${bar.status}`),
    searchLabel: bar.t('projects.search'),
    text: bar.view.q,
    search: bar.search,
    tools: [layouts(bar), bar.transfer],
    createLabel: bar.t('projects.create'),
    create: bar.create,
  })}
  <div class="filters ${inColumns(bar.view) ? 'board' : ''}">
    <nav class="tabs" aria-label=${bar.t('project.status')}>${shows.map((show) => tab(bar, show))}</nav>
    <div class="tools">${menus(bar)}</div>
  </div>
  ${chips(bar)}
`;

function layouts({ t, view, change }: ToolbarView): TemplateResult | typeof nothing {
  if (view.show !== 'all') return nothing;
  const names = { board: t('projects.board'), table: t('projects.table') };
  return layoutSwitch(t('projects.layout'), names, view.layout, (layout) => change({ ...view, layout }));
}

function tab({ t, view, summary, locale, href }: ToolbarView, show: View['show']): TemplateResult {
  const count = show === 'postponed' || show === 'cancelled' ? summary?.[show] : undefined;
  return html`<a href=${href({ ...view, show })} aria-current=${ifDefined(show === view.show ? 'page' : undefined)}
    >${t(`show.${show}`)}${count ? html`<span class="count">${formatNumber(count, locale)}</span>` : nothing}</a
  >`;
}

function menus({ t, view, change, people }: ToolbarView): TemplateResult {
  const order = (name: View['order'], label: string): MenuItem => ({
    label,
    checked: view.order === name,
    run: () => change({ ...view, order: name }),
  });
  const who = people.map(
    ({ id, name }): MenuItem => ({
      label: name,
      checked: id === view.memberId,
      run: () => change({ ...view, memberId: id === view.memberId ? '' : id }),
    }),
  );
  return html`
    ${who.length > 1 ? filterMenu(t('project.members'), 'users', who) : nothing}
    ${filterMenu(t('list.order'), 'listFilter', [
      order('date', t('list.byDate')),
      order('newest', t('list.newest')),
      order('oldest', t('list.oldest')),
    ])}
  `;
}

function chips({ t, view, change, people }: ToolbarView): TemplateResult | typeof nothing {
  if (!view.memberId && !view.importId) return nothing;
  const name = people.find(({ id }) => id === view.memberId)?.name ?? t('role.member');
  return html`<div class="chips">
    ${view.memberId ? filterChip(name, t, () => change({ ...view, memberId: '' })) : nothing}
    ${view.importId ? filterChip(t('list.oneImport'), t, () => change({ ...view, importId: '' })) : nothing}
  </div>`;
}
