/** The way of a list out of the studio as CSV, and of other lists into it. */
import type { Schema } from '@alloza/sdk/core';
import { html, nothing, type TemplateResult } from 'lit';
import { type App, hasRole } from '../app.ts';
import { icon } from '../icons.ts';
import { problemText } from '../states.ts';
import type { TranslateRecord } from './texts.ts';

type Resource = Schema<'ImportResource'>;

/** A long list takes a while; milliseconds. */
const exportTime = 10 * 60_000;

const hrefOf = ({ navigator, membership }: App, resource: Resource): string =>
  navigator.href({ name: 'import', slug: membership.slug }, { resource });

/** The filter of a list, as its export takes it. */
export interface ExportFilter {
  readonly [name: string]: unknown;
}

/** The menu of a list: import, and export as it is filtered. Nothing for those whom the server would refuse. */
export function transferMenu(
  app: App,
  t: TranslateRecord,
  resource: Resource,
  filter: ExportFilter,
): TemplateResult | typeof nothing {
  if (!hasRole(app.membership.role, 'manager')) return nothing;
  const items = [
    { label: t('transfer.import'), icon: 'upload', run: () => app.navigator.go(hrefOf(app, resource)) },
    {
      label: t('transfer.export'),
      hint: t('transfer.exportHint'),
      icon: 'download',
      run: () => void exportList(app, t, resource, filter),
    },
  ] as const;
  return html`<alloza-app-menu .items=${items} label=${t('transfer.label')}>
    <button class="button quiet only-icon" aria-label=${t('transfer.label')} title=${t('transfer.label')}>
      ${icon('ellipsis')}
    </button>
  </alloza-app-menu>`;
}

/** For the empty state of a list. */
export const importLink = (app: App, t: TranslateRecord, resource: Resource): TemplateResult | typeof nothing =>
  hasRole(app.membership.role, 'manager')
    ? html`<a class="button" href=${hrefOf(app, resource)}>${icon('upload')}${t('transfer.import')}</a>`
    : nothing;

async function exportList(app: App, t: TranslateRecord, resource: Resource, filter: ExportFilter): Promise<void> {
  const { api, toasts, membership } = app;
  const day = new Date(app.now()).toISOString().slice(0, 10);
  const file = `${membership.slug}-${resource}-${day}.csv`;
  toasts.show({ text: t('transfer.exporting') });
  try {
    const options = { timeout: exportTime, deadline: exportTime };
    // A link could not say which studio is meant: that stands in a header. The browser keeps a long answer on disk.
    const rows = (await api[resource].export(filter, options)) as unknown as Blob;
    saveFile(rows, file);
    toasts.show({ text: t('transfer.exported', { file }) });
  } catch (error) {
    toasts.show({ text: problemText(error, t), tone: 'problem' });
  }
}

/** Hands a file to the browser's downloads. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
