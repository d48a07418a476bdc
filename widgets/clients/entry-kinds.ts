/** What contacts and addresses consist of, how they are checked and how they read. */
import { html, nothing, type TemplateResult } from 'lit';
import { looksLikeEmail } from '../app/form.ts';
import type { ClientText, TranslateClient } from './texts.ts';

/** An entry as a form holds it: an empty line is an empty text, one that was never there is missing. */
export type Draft = Readonly<Record<string, string | null | undefined>>;

interface EntryLine {
  readonly name: string;
  readonly label: ClientText;
  readonly type?: 'text' | 'email' | 'tel';
  readonly max: number;
  readonly choices?: readonly { readonly value: string; readonly label: ClientText }[];
}

export interface EntryKind {
  readonly title: ClientText;
  readonly add: ClientText;
  readonly most: number;
  readonly blank: Draft;
  readonly lines: readonly EntryLine[];
  name(entry: Draft): string;
  /** What a form holds as the API takes it. */
  read(draft: Draft): Draft;
  /** What is wrong with it, by line. */
  check(entry: Draft, t: TranslateClient): Record<string, string>;
  show(entry: Draft, t: TranslateClient, locale: string): TemplateResult;
}

const roles = ['client', 'partner', 'payer', 'planner', 'vendor', 'subject'] as const;

const trimmed = (draft: Draft): [string, string][] =>
  Object.entries(draft).map(([name, value]) => [name, (value ?? '').trim()]);

const contacts: EntryKind = {
  title: 'sheet.contacts',
  add: 'contact.add',
  most: 20,
  blank: { name: '', email: '', phone: '', role: 'client' },
  lines: [
    { name: 'name', label: 'column.name', max: 120 },
    {
      name: 'role',
      label: 'contact.role',
      max: 0,
      choices: roles.map((role) => ({ value: role, label: `role.${role}` as const })),
    },
    { name: 'email', label: 'contact.email', type: 'email', max: 254 },
    { name: 'phone', label: 'contact.phone', type: 'tel', max: 30 },
  ],
  name: ({ name }) => name ?? '',
  read: (draft) => Object.fromEntries(trimmed(draft).map(([name, value]) => [name, value || null])),
  check: ({ name, email }, t) => ({
    ...(name ? {} : { name: t('field.required') }),
    ...(email && !looksLikeEmail(email) ? { email: t('field.email') } : {}),
  }),
  show: ({ name, email, phone, role }, t) => html`
    <div class="row">
      <strong dir="auto">${name}</strong><span class="pill">${t(`role.${role as (typeof roles)[number]}`)}</span>
    </div>
    <div class="row">
      ${email ? html`<a href="mailto:${encodeURIComponent(email).replaceAll('%40', '@')}"><bdi>${email}</bdi></a>` : nothing}
      ${phone ? html`<a href="tel:${phone}"><bdi>${phone}</bdi></a>` : nothing}
    </div>
  `,
};

const addressLines = ['label', 'line1', 'line2', 'postalCode', 'city', 'region', 'country'] as const;
const longest = { label: 60, line1: 200, line2: 200, postalCode: 20, city: 120, region: 120, country: 2 };

const addresses: EntryKind = {
  title: 'sheet.addresses',
  add: 'address.add',
  most: 10,
  blank: {},
  lines: addressLines.map((name) => ({ name, label: `address.${name}` as const, max: longest[name] })),
  name: ({ label, line1, city }) => label || line1 || city || '',
  read: (draft) =>
    Object.fromEntries(
      trimmed(draft)
        .filter(([, value]) => value)
        .map(([name, value]) => [name, name === 'country' ? value.toUpperCase() : value]),
    ),
  check: (entry, t) => ({
    ...(Object.keys(entry).length > 0 ? {} : { line1: t('field.required') }),
    ...(entry.country && !/^[A-Z]{2}$/.test(entry.country) ? { country: t('address.countryCode') } : {}),
  }),
  show: ({ label, line1, line2, postalCode, city, region, country }, _t, locale) => {
    const lines = [line1, line2, [postalCode, city].filter(Boolean).join(' '), region, countryName(country, locale)];
    return html`
      ${label ? html`<strong dir="auto">${label}</strong>` : nothing}
      ${lines.filter(Boolean).map((line) => html`<p dir="auto">${line}</p>`)}
    `;
  },
};

function countryName(code: string | null | undefined, locale: string): string {
  if (!code) return '';
  try {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

export const entryKinds = { contacts, addresses };
