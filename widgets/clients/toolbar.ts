/** The head of the clients screen: search, saved views, filters. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { LiveStatus } from '../app/live.ts';
import type { MenuItem } from '../app/parts/menu.ts';
import { filterMenu, listHead } from '../app/record/list-head.ts';
import { filterChip } from '../app/record/search-field.ts';
import type { TranslateClient } from './texts.ts';
import { isFiltered, type SavedView, sameView, type View, viewOf } from './view.ts';

export interface ToolbarView {
  readonly t: TranslateClient;
  readonly view: View;
  readonly status: LiveStatus;
  readonly tags: readonly { tag: string; count: number }[];
  readonly savedViews: readonly SavedView[];
  readonly href: (view: View) => string;
  readonly change: (view: View) => void;
  readonly search: (text: string) => void;
  readonly create?: () => void;
  readonly transfer: unknown;
  readonly saveView: () => void;
  readonly removeView: (id: string) => void;
}

const everyone: View = { q: '', kind: '', tag: '', importId: '', order: 'newest', deleted: false };

export const toolbar = (bar: ToolbarView): TemplateResult => html`
  ${listHead({
    t: bar.t,
    title: bar.t('clients.title'),
    status: bar.status,
    statusText: bar.t(`live.${bar.status}`),
    searchLabel: bar.t('clients.search'),
    text: bar.view.q,
    search: bar.search,
    tools: bar.transfer,
    createLabel: bar.t('clients.create'),
    create: bar.create,
  })}
  <div class="filters">
    <nav class="tabs" aria-label=${bar.t('views.label')}>${tabs(bar)}</nav>
    <div class="tools">${menus(bar)}</div>
  </div>
  ${chips(bar)}
`;

/** Everyone, the studio's own views, and what was deleted: the one that is shown is marked. */
function tabs({ t, view, savedViews, href }: ToolbarView): TemplateResult[] {
  const all: [string, View][] = [
    [t('views.all'), everyone],
    ...savedViews.map((saved): [string, View] => [saved.name, viewOf(saved)]),
    [t('views.deleted'), { ...everyone, deleted: true }],
  ];
  const at = all.findIndex(([, one]) => sameView(one, view));
  return all.map(
    ([name, one], index) =>
      html`<a href=${href(one)} aria-current=${ifDefined(index === at ? 'page' : undefined)}><bdi>${name}</bdi></a>`,
  );
}

function menus(bar: ToolbarView): TemplateResult {
  const { t, view, change, tags, savedViews } = bar;
  const choice = (label: string, checked: boolean, next: Partial<View>, hint?: string): MenuItem => ({
    label,
    hint,
    checked,
    run: () => change({ ...view, ...next }),
  });
  const shown = savedViews.find((saved) => sameView(viewOf(saved), view));
  const viewItems: MenuItem[] = [
    {
      label: t('views.save'),
      icon: 'bookmark',
      disabled: Boolean(shown) || !isFiltered(view),
      run: bar.saveView,
    },
    ...(shown
      ? [
          {
            label: t('views.remove', { name: shown.name }),
            icon: 'trash2',
            run: () => bar.removeView(shown.id),
          } as const,
        ]
      : []),
  ];
  return html`
    ${filterMenu(t('clients.kind'), 'building2', [
      choice(t('kind.people'), view.kind === 'person', { kind: view.kind === 'person' ? '' : 'person' }),
      choice(t('kind.companies'), view.kind === 'company', { kind: view.kind === 'company' ? '' : 'company' }),
    ])}
    ${
      tags.length > 0
        ? filterMenu(
            t('clients.tag'),
            'tag',
            tags.map(({ tag, count }) =>
              choice(tag, tag === view.tag, { tag: tag === view.tag ? '' : tag }, t('clients.shown', { count })),
            ),
          )
        : nothing
    }
    ${filterMenu(t('list.order'), 'listFilter', [
      choice(t('list.newest'), view.order === 'newest', { order: 'newest' }),
      choice(t('list.oldest'), view.order === 'oldest', { order: 'oldest' }),
      choice(t('clients.byName'), view.order === 'name', { order: 'name' }),
    ])}
    ${filterMenu(t('views.label'), 'bookmark', viewItems)}
  `;
}

function chips({ t, view, change }: ToolbarView): TemplateResult | typeof nothing {
  if (!view.kind && !view.tag && !view.importId) return nothing;
  const kind = view.kind === 'company' ? t('kind.companies') : t('kind.people');
  return html`<div class="chips">
    ${view.kind ? filterChip(kind, t, () => change({ ...view, kind: '' })) : nothing}
    ${view.tag ? filterChip(view.tag, t, () => change({ ...view, tag: '' })) : nothing}
    ${view.importId ? filterChip(t('list.oneImport'), t, () => change({ ...view, importId: '' })) : nothing}
  </div>`;
}
