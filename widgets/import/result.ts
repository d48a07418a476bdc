/** What came of an import, and what can be done next. */
import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.ts';
import { type IconName, icon } from '../app/icons.ts';
import type { Import } from './import-store.ts';
import type { TranslateImport } from './texts.ts';

export interface ResultView {
  readonly app: App;
  readonly found: Import;
  readonly t: TranslateImport;
  readonly isAsking: boolean;
  readonly goOn: () => void;
  readonly undo: () => void;
}

const looks: Partial<Record<Import['status'], readonly [tone: string, name: IconName]>> = {
  finished: ['', 'circleCheck'],
  cancelled: ['warning', 'ban'],
  failed: ['danger', 'triangleAlert'],
  undone: ['quiet', 'rotateCcw'],
};

export function result(view: ResultView): TemplateResult {
  const { found, t } = view;
  const [tone, name] = looks[found.status]!;
  return html`<section class="card group">
    <div class="outcome">
      <span class="emblem ${tone}">${icon(name, 20)}</span>
      <div class="text" role="status">
        <h2>${headline(view)}</h2>
        <p class="muted">${explanation(view)}</p>
        ${found.kept > 0 ? html`<p>${t('result.kept', { count: found.kept })}</p>` : nothing}
      </div>
    </div>
    <div class="row">${actions(view)}</div>
  </section>`;
}

function headline({ found, t }: ResultView): string {
  const { status, counts, processed: done, rowCount: total } = found;
  if (status === 'cancelled' || status === 'failed') return t(`result.${status}`, { done, total });
  if (status === 'undone') return t('result.undone');
  return t(counts.create + counts.update > 0 ? 'result.finished' : 'result.finishedNothing');
}

function explanation({ app, found, t }: ResultView): string {
  const { status, counts, undone, startedBy } = found;
  if (status === 'cancelled' || status === 'failed') return t(`result.${status}Text`);
  if (status === 'undone') return t('result.undoneText', { count: undone });
  const done = t('result.finishedText', { count: counts.create + counts.update });
  return startedBy?.name && startedBy.id !== app.account.id
    ? `${done} ${t('progress.by', { name: startedBy.name })}`
    : done;
}

function actions({ app, found, t, isAsking, goOn, undo }: ResultView): TemplateResult {
  const { status, resource, counts } = found;
  const { navigator, membership } = app;
  const isOpen = status === 'cancelled' || status === 'failed';
  const hasDone = counts.create + counts.update > 0;
  /** Something of it is there to be looked at. */
  const hasLeft = hasDone && (status !== 'undone' || found.kept > 0);
  // A table holds records in whatever state; a board would need one look at each column.
  const wide = resource === 'clients' ? {} : { view: 'table' };
  const link = (href: string, label: string, tone = ''): TemplateResult =>
    html`<a class="button ${tone}" href=${href}>${label}</a>`;
  return html`
    ${
      isOpen
        ? html`<button class="button primary" ?disabled=${isAsking} @click=${goOn}>${t('result.goOn')}</button>`
        : nothing
    }
    ${link(
      navigator.href({ name: resource, slug: membership.slug }, hasLeft ? { import: found.id, ...wide } : {}),
      t(hasLeft ? `result.show.${resource}` : `result.open.${resource}`),
      isOpen ? '' : 'primary',
    )}
    ${link(navigator.href({ name: 'import', slug: membership.slug }, { resource }), t('result.another'))}
    ${
      status !== 'undone' && hasDone && found.undone + found.kept === 0
        ? html`<button class="button" ?disabled=${isAsking} @click=${undo}>${icon('rotateCcw')}${t('undo.action')}</button>`
        : nothing
    }
  `;
}
