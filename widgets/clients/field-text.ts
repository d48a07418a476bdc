/** The value of a client's field in words. Pure. */
import type { TranslateClient } from './texts.ts';
import type { Client } from './view.ts';

export function fieldValue(field: string, value: unknown, t: TranslateClient): string {
  if (value === null || value === undefined || value === '') return t('sheet.empty');
  if (field === 'kind') return t(value === 'company' ? 'kind.company' : 'kind.person');
  if (field === 'consents') return consents(value as Partial<Client['consents']>, t);
  if (!Array.isArray(value)) return typeof value === 'object' ? t('timeline.other') : String(value);
  return value.map(entryText).filter(Boolean).join(', ') || t('sheet.empty');
}

/** A tag, a contact by name and address, a postal address on one line. */
function entryText(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return String(entry);
  const { id: _id, role: _role, ...rest } = entry as Record<string, unknown>;
  return Object.values(rest)
    .filter((value) => typeof value === 'string' && value)
    .join(' ');
}

const consents = ({ email, sms }: Partial<Client['consents']>, t: TranslateClient): string =>
  (
    [
      ['email', email],
      ['sms', sms],
    ] as const
  )
    .flatMap(([channel, consent]) =>
      consent ? [`${t(`consent.${channel}`)}: ${t(consent.given ? 'consent.given' : 'consent.withdrawn')}`] : [],
    )
    .join(', ') || t('consent.unknown');
