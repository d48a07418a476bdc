/** One entry of a project's timeline in words. Pure. */
import type { Schema } from '@alloza/sdk/core';
import type { IconName } from '../app/icons.ts';
import type { EntryChange, EntryView } from '../app/record/timeline.ts';
import { type FieldReading, fieldTexts, fieldValue } from './field-text.ts';
import type { ProjectText } from './texts.ts';

type Entry = Schema<'TimelineEntry'>;

const actions: Record<string, { text: ProjectText; icon: IconName }> = {
  created: { text: 'timeline.projectCreated', icon: 'camera' },
  postponed: { text: 'timeline.postponed', icon: 'hourglass' },
  cancelled: { text: 'timeline.cancelled', icon: 'circleX' },
  archived: { text: 'timeline.archived', icon: 'inbox' },
  unarchived: { text: 'timeline.unarchived', icon: 'rotateCcw' },
  deleted: { text: 'timeline.deleted', icon: 'trash2' },
  restored: { text: 'timeline.restored', icon: 'rotateCcw' },
  mail_sent: { text: 'timeline.mailSent', icon: 'send' },
  converted: { text: 'timeline.converted', icon: 'trophy' },
};

const taskActions: Record<string, ProjectText> = {
  created: 'timeline.taskCreated',
  updated: 'timeline.taskUpdated',
  done: 'timeline.taskDone',
  reopened: 'timeline.taskReopened',
  deleted: 'timeline.taskDeleted',
};

interface Reading extends FieldReading {
  readonly taskTitles: ReadonlyMap<string, string>;
}

export function describeEntry(entry: Entry, projectId: string, reading: Reading): EntryView {
  const { t } = reading;
  if (entry.subject.startsWith('task_')) {
    const title = reading.taskTitles.get(entry.subject);
    const changes = title ? [{ label: '', before: '', after: title }] : titles(entry);
    return { icon: 'listChecks', text: t(taskActions[entry.action] ?? 'timeline.taskUpdated'), changes };
  }
  if (entry.subject !== projectId) return { icon: 'inbox', text: leadText(entry, reading), changes: [] };
  const known = actions[entry.action];
  const stage = entry.fields.find(({ field }) => field === 'stageId');
  if (entry.action === 'moved' && stage) {
    const [from, to] = [stage.before, stage.after].map((id) => fieldValue('stageId', id, reading));
    return { icon: 'arrowRight', text: t('timeline.moved', { from: from!, to: to! }), changes: [] };
  }
  return {
    icon: known?.icon ?? (entry.action === 'moved' ? 'arrowRight' : entry.kind === 'mail' ? 'mail' : 'pencil'),
    text: known ? t(known.text) : updated(entry, reading),
    changes: entry.action === 'updated' || entry.action === 'cancelled' ? changes(entry, reading) : [],
  };
}

const leadText = (entry: Entry, { t }: FieldReading) =>
  t(entry.action === 'converted' ? 'timeline.converted' : 'timeline.lead');

function updated(entry: Entry, { t, locale }: FieldReading): string {
  const names = entry.fields.flatMap(({ field }) => (fieldTexts[field] ? [t(fieldTexts[field])] : []));
  if (names.length === 0) return t('timeline.other');
  return t('timeline.updated', { fields: new Intl.ListFormat(locale).format(names) });
}

/** Which task it is: its title, as far as the entry has it. */
const titles = (entry: Entry): EntryChange[] =>
  entry.fields
    .filter(({ field }) => field === 'title')
    .map(({ before, after }) => ({ label: '', before: '', after: String(after ?? before ?? '') }));

const changes = (entry: Entry, reading: FieldReading): EntryChange[] =>
  entry.fields.flatMap(({ field, before, after }) => {
    const key = fieldTexts[field];
    if (!key || (entry.action === 'cancelled' && field !== 'cancelReason')) return [];
    const old = entry.action === 'cancelled' ? '' : fieldValue(field, before, reading);
    return [{ label: reading.t(key), before: old, after: fieldValue(field, after, reading) }];
  });
