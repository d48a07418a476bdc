/** The names of the fields that a column can fill, and why a row is left out, in the person's language. Pure. */
import type { Schema } from '@alloza/sdk/core';
import type { Import } from './import-store.ts';
import { isImportText, type TranslateImport } from './texts.ts';

/** Fields of any name: the column's own is taken. */
const open = { clients: ['custom'], leads: ['custom', 'answers'], projects: ['custom'] } as const;

/** A field such as `contacts.1.email` in words. */
export function fieldName(name: string, found: Pick<Import, 'availableFields'>, t: TranslateImport): string {
  const [group = '', second = '', last = ''] = name.split('.');
  const own = `target.${name}`;
  if (isImportText(own)) return t(own);
  const [groupKey, memberKey] = [`target.${group}`, `target.${group}.${last}`];
  if (/^\d+$/.test(second) && isImportText(groupKey) && isImportText(memberKey))
    return t('target.of', { group: t(groupKey), number: Number(second), field: t(memberKey) });
  if (second && (group === 'custom' || group === 'answers'))
    return t(`target.${group}`, { name: name.slice(group.length + 1) });
  return found.availableFields.find((field) => field.name === name)?.head ?? name;
}

/** The fields that a column may be given: the usual ones, one of the column's own name, and the one it has. */
export function fieldsFor(found: Import, { name, field }: Schema<'ImportColumn'>): string[] {
  const usual = found.availableFields.map((available) => available.name);
  const own = open[found.resource].map((prefix) => `${prefix}.${name}`).filter((one) => one.length <= 120);
  return [...new Set([...usual, ...own, ...(field ? [field] : [])])];
}

/** Whether a date is read from any column. */
export const readsDates = (columns: Import['columns']): boolean =>
  columns.some(({ field }) => field !== null && /^(eventDate|decideBy|dates\.\d+\.date)$/.test(field));

/** Gives a column a field; a column that had it before is left out. */
export function withField(columns: Import['columns'], at: number, field: string | null): (string | null)[] {
  return columns.map((column, index) => {
    if (index === at) return field;
    return column.field === field ? null : column.field;
  });
}

/** Why something is so with a row: in our own words, or else in the server's. */
export function reasonText({ code, message }: Schema<'ImportProblem'>, t: TranslateImport): string {
  const key = `reason.${code}`;
  return isImportText(key) ? t(key) : message;
}
