/** The value of a project's field in words. Pure. */
import { formatDate, formatMoney } from '../app/format.ts';
import type { Person } from '../app/people.ts';
import type { ProjectText, TranslateProject } from './texts.ts';
import type { Project, Status } from './view.ts';

export interface FieldReading {
  readonly t: TranslateProject;
  readonly locale: string;
  readonly people: readonly Person[];
  readonly stageName: (id: string) => string | undefined;
}

export const fieldTexts: Partial<Record<string, ProjectText>> = {
  title: 'project.title',
  clients: 'project.clients',
  clientIds: 'project.clients',
  memberIds: 'project.members',
  projectType: 'project.type',
  description: 'project.description',
  dates: 'dates.title',
  value: 'project.value',
  tags: 'project.tags',
  stageId: 'project.stage',
  status: 'project.status',
  cancelReason: 'cancel.reason',
};

export function fieldValue(field: string, value: unknown, reading: FieldReading): string {
  const { t, locale, people, stageName } = reading;
  if (value === null || value === undefined || value === '') return t('sheet.empty');
  if (field === 'status') return t(`status.${value as Status}`);
  if (field === 'stageId') return stageName(String(value)) ?? String(value);
  if (field === 'value') {
    const { amount, currency } = value as NonNullable<Project['value']>;
    return formatMoney(amount, currency, locale);
  }
  if (!Array.isArray(value)) return String(value);
  if (value.length === 0) return t('sheet.empty');
  // Clients in the record of changes are ids, which say nothing to people.
  if (field === 'clientIds') return t('clients.count', { count: value.length });
  const name = (id: string) => people.find((person) => person.id === id)?.name ?? t('role.member');
  const texts = value.map((one) => {
    if (field === 'memberIds') return name(one as string);
    if (field === 'clients') return (one as Project['clients'][number]).displayName;
    if (field === 'dates') return dateText(one as Project['dates'][number], locale);
    return String(one);
  });
  return new Intl.ListFormat(locale, { type: 'unit' }).format(texts);
}

const dateText = ({ label, date, startTime, place }: Project['dates'][number], locale: string) =>
  [label, formatDate(date, locale), startTime, place].filter(Boolean).join(' ');
