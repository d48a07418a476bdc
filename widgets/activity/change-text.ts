/** One record of change in words: what was done, to what, and each field before and after. Pure. */
import type { Schema } from '@alloza/sdk/core';
import type { IconName } from '../app/icons.ts';
import { changeOf, partsChanged, type Reading, type ValueChange, valueText } from './change-value.ts';
import { en } from './strings/en.ts';
import type { ActivityText, TranslateActivity } from './texts.ts';

export type Change = Schema<'Change'>;

export interface FieldLine extends ValueChange {
  readonly label: string;
}

export interface ChangeView {
  readonly icon: IconName;
  readonly text: string;
  readonly lines: readonly FieldLine[];
}

const nouns = {
  lead: 'noun.lead',
  cli: 'noun.client',
  proj: 'noun.project',
  task: 'noun.task',
  note: 'noun.note',
  lform: 'noun.leadForm',
  ttpl: 'noun.taskTemplate',
  view: 'noun.savedView',
  key: 'noun.apiKey',
  mem: 'noun.member',
  inv: 'noun.invitation',
  conn: 'noun.connection',
  imp: 'noun.import',
  ws: 'noun.workspace',
} as const satisfies Record<string, ActivityText>;

const kindOf = (id: string) => id.slice(0, id.indexOf('_')) as keyof typeof nouns;

/** What kind of record an id names, in words; nothing for one that has none. */
export const nounText = (id: string, t: TranslateActivity): string => {
  const noun = nouns[kindOf(id)];
  return noun ? t(noun) : '';
};

const actions: Record<string, [icon: IconName, text: ActivityText]> = {
  created: ['plus', 'did.created'],
  updated: ['pencil', 'did.changed'],
  moved: ['arrowRight', 'did.movedSomewhere'],
  won: ['trophy', 'did.won'],
  lost: ['circleX', 'did.lost'],
  spam: ['ban', 'did.spam'],
  reopened: ['rotateCcw', 'did.reopened'],
  converted: ['camera', 'did.converted'],
  deleted: ['trash2', 'did.deleted'],
  restored: ['rotateCcw', 'did.restored'],
  merged: ['merge', 'did.merged'],
  unmerged: ['merge', 'did.unmerged'],
  client_merged: ['merge', 'did.clientMerged'],
  person_erased: ['shieldOff', 'did.erased'],
  postponed: ['hourglass', 'did.postponed'],
  cancelled: ['ban', 'did.cancelled'],
  archived: ['inbox', 'did.archived'],
  unarchived: ['inbox', 'did.unarchived'],
  done: ['circleCheck', 'did.done'],
  revoked: ['ban', 'did.revoked'],
  joined: ['user', 'did.joined'],
  removed: ['user', 'did.removed'],
  connected: ['link', 'did.connected'],
  reconnect_needed: ['triangleAlert', 'did.reconnect'],
  disconnected: ['x', 'did.disconnected'],
  pipeline_updated: ['settings', 'did.leadStages'],
  project_pipeline_updated: ['settings', 'did.projectStages'],
};

/** What is said in place of a name: an invitation that is used or withdrawn has none, a connection never had one. */
export const namelessText = (id: string, t: TranslateActivity): string =>
  kindOf(id) === 'conn' ? '' : t(kindOf(id) === 'inv' ? 'noun.notOpen' : 'noun.gone');

/** Who did it. */
export const actorText = ({ kind, name }: Change['actor'], t: TranslateActivity): string =>
  name ?? t(`actor.${kind}` as const);

/** A field of a record in the person's language; the contract's own word for one that has none here. */
function labelOf(field: string, t: TranslateActivity): string {
  const key = `label.${field}`;
  if (key in en) return t(key as ActivityText);
  const words = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function viewChange(change: Change, given: Omit<Reading, 'names'>): ChangeView {
  const reading = { ...given, names: change.names };
  const [icon, text] = actions[change.action] ?? ['pencil', 'did.changed'];
  return { icon, text: sentence(change, text, reading), lines: linesOf(change, reading) };
}

function sentence(change: Change, text: ActivityText, reading: Reading): string {
  const { t, locale } = reading;
  const { action, fields, subject, actor } = change;
  if (action === 'created' && kindOf(subject) === 'note') return t('did.wrote');
  if (kindOf(subject) === 'inv') return t(action === 'revoked' ? 'did.uninvited' : 'did.invited');
  if (action === 'created' && actor.kind === 'visitor') return t('did.cameIn');
  const stage = fields.find(({ field }) => field === 'stageId');
  if (action === 'moved' && stage)
    return t('did.moved', { from: valueText(stage.before, reading), to: valueText(stage.after, reading) });
  if (action === 'updated' && fields.length > 0) {
    const names = [...new Set(fields.map(({ field }) => labelOf(field, t)))];
    return t('did.updated', { fields: new Intl.ListFormat(locale).format(names) });
  }
  return t(text);
}

/** What stands in the sentence already, or follows from it, is not said again. */
const implied: Record<string, readonly string[]> = {
  moved: ['stageId', 'stage', 'status'],
  won: ['status', 'stageId', 'stage'],
  lost: ['status', 'stageId', 'stage'],
  spam: ['status', 'stageId', 'stage'],
  reopened: ['status', 'lostReason', 'doneAt'],
  converted: ['status'],
  done: ['doneAt'],
  postponed: ['status'],
  cancelled: ['status', 'cancelReason'],
};

function linesOf({ action, fields, reason }: Change, reading: Reading): FieldLine[] {
  const said = implied[action] ?? [];
  const lines = fields
    .filter(({ field }) => !said.includes(field))
    .flatMap(({ field, before, after }): FieldLine[] => {
      const label = labelOf(field, reading.t);
      const parts = partsChanged(before, after);
      if (!parts) return [{ label, ...changeOf(before, after, reading, field) }];
      return parts.map(([name, was, is]) => ({
        label: `${label} · ${labelOf(name, reading.t)}`,
        ...changeOf(was, is, reading, name),
      }));
    });
  const told = reason && !lines.some(({ after }) => after === reason);
  return told ? [...lines, { label: reading.t('did.reason'), before: '', after: reason }] : lines;
}
