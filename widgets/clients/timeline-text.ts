/** One entry of a client's timeline in words. Pure. */
import type { Schema } from '@alloza/sdk/core';
import type { IconName } from '../app/icons.ts';
import type { EntryChange, EntryView } from '../app/record/timeline.ts';
import { fieldValue } from './field-text.ts';
import type { ClientText, TranslateClient } from './texts.ts';

type Entry = Schema<'TimelineEntry'>;

interface Reading {
  readonly t: TranslateClient;
  readonly locale: string;
  /** The client whose timeline it is: entries of what hangs on it say so. */
  readonly clientId: string;
}

const actions: Record<string, { text: ClientText; icon: IconName }> = {
  created: { text: 'timeline.clientCreated', icon: 'user' },
  deleted: { text: 'timeline.deleted', icon: 'trash2' },
  restored: { text: 'timeline.restored', icon: 'rotateCcw' },
  merged: { text: 'timeline.merged', icon: 'merge' },
  merged_away: { text: 'timeline.mergedAway', icon: 'merge' },
  unmerged: { text: 'timeline.unmerged', icon: 'merge' },
  mail_sent: { text: 'timeline.mailSent', icon: 'send' },
};

const fields: Record<string, ClientText> = {
  displayName: 'column.name',
  kind: 'clients.kind',
  contacts: 'sheet.contacts',
  addresses: 'sheet.addresses',
  tags: 'column.tags',
  source: 'client.source',
  consents: 'sheet.consents',
};

const hanging: Record<string, { text: ClientText; icon: IconName }> = {
  lead: { text: 'timeline.onLead', icon: 'inbox' },
  proj: { text: 'timeline.onProject', icon: 'camera' },
  task: { text: 'timeline.onTask', icon: 'listChecks' },
};

export function describeEntry(entry: Entry, reading: Reading): EntryView {
  const { t, locale, clientId } = reading;
  const known = actions[entry.action];
  const what = known ? t(known.text) : changed(entry, t, locale);
  const other = entry.subject === clientId ? undefined : hanging[entry.subject.split('_')[0]!];
  return {
    icon: other?.icon ?? known?.icon ?? (entry.kind === 'mail' ? 'mail' : 'pencil'),
    text: other ? t(other.text, { what: entry.action === 'created' ? t('timeline.made') : what }) : what,
    changes: entry.action === 'updated' ? changes(entry, t) : [],
  };
}

function changed(entry: Entry, t: TranslateClient, locale: string): string {
  const names = entry.fields.flatMap(({ field }) => (fields[field] ? [t(fields[field])] : []));
  if (names.length === 0) return t('timeline.other');
  return t('timeline.updated', { fields: new Intl.ListFormat(locale).format(names) });
}

const changes = (entry: Entry, t: TranslateClient): EntryChange[] =>
  entry.fields.flatMap(({ field, before, after }) => {
    const key = fields[field];
    return key ? [{ label: t(key), before: fieldValue(field, before, t), after: fieldValue(field, after, t) }] : [];
  });
