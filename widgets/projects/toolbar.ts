/** The head of the projects screen: search, layout, what is shown, filters. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { formatNumber } from '../app/format.ts';
import { type IconName, icon } from '../app/icons.ts';
import type { LiveStatus } from '../app/live.ts';
import type { MenuItem } from '../app/parts/menu.ts';
import type { Person } from '../app/people.ts';
import { filterChip, searchField } from '../app/record/search-field.ts';
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
  readonly create: () => void;
  readonly transfer: unknown;
}

export const toolbar = (bar: ToolbarView): TemplateResult => html`
  <div class="head">
    <h1>
      ${bar.t('projects.title')}
      <span class="dot ${bar.status}" role="img" aria-label=${bar.t(`live.${bar.status}`)} title=${bar.t(`live.${bar.status}`)}></span>
    </h1>
    ${searchField({ t: bar.t, label: bar.t('projects.search'), text: bar.view.q, search: bar.search })}
    ${layoutSwitch(bar)} ${bar.transfer}
    <button class="button primary create" @click=${bar.create} aria-label=${bar.t('projects.create')}>
      ${icon('plus')}<span class="label">${bar.t('projects.create')}</span>
    </button>
  </div>
  <div class="filters ${inColumns(bar.view) ? 'board' : ''}">
    <nav class="tabs" aria-label=${bar.t('project.status')}>${shows.map((show) => tab(bar, show))}</nav>
    <div class="tools">${menus(bar)}</div>
  </div>
  ${chips(bar)}
`;

function layoutSwitch({ t, view, change }: ToolbarView): TemplateResult | typeof nothing {
  if (view.show !== 'all') return nothing;
  const button = (layout: View['layout'], name: 'columns3' | 'table2'): TemplateResult => html`
    <button
      class="button small"
      aria-pressed=${String(view.layout === layout)}
      title=${t(`projects.${layout}`)}
      @click=${() => change({ ...view, layout })}
    >
      ${icon(name)}<span class="label">${t(`projects.${layout}`)}</span>
    </button>
  `;
  return html`<div class="switch" role="group" aria-label=${t('projects.layout')}>
    ${button('board', 'columns3')}${button('table', 'table2')}
  </div>`;
}

function tab({ t, view, summary, locale, href }: ToolbarView, show: View['show']): TemplateResult {
  const count = show === 'postponed' || show === 'cancelled' ? summary?.[show] : undefined;
  return html`<a href=${href({ ...view, show })} aria-current=${ifDefined(show === view.show ? 'page' : undefined)}
    >${t(`show.${show}`)}${count ? html`<span class="count">${formatNumber(count, locale)}</span>` : nothing}</a
  >`;
}

function menus({ t, view, change, people }: ToolbarView): TemplateResult {
  const menu = (label: string, name: IconName, items: MenuItem[]): TemplateResult => html`
    <alloza-app-menu .items=${items} label=${label}>
      <button class="button quiet small" title=${label}>${icon(name)}<span class="label">${label}</span></button>
    </alloza-app-menu>
  `;
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
    ${who.length > 1 ? menu(t('project.members'), 'users', who) : nothing}
    ${menu(t('list.order'), 'listFilter', [
      order('date', t('list.byDate')),
      order('newest', t('list.newest')),
      order('oldest', t('list.oldest')),
    ])}
  `;
}

function chips({ t, view, change, people }: ToolbarView): TemplateResult | typeof nothing {
  if (!view.memberId) return nothing;
  const name = people.find(({ id }) => id === view.memberId)?.name ?? t('role.member');
  return html`<div class="chips">${filterChip(name, t, () => change({ ...view, memberId: '' }))}</div>`;
}
