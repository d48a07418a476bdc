/** A file to fill in for each kind of record, with the heads that an export has. Pure. */
import type { Resource } from './import-store.ts';

type Sample = readonly (readonly [head: string, value: string])[];

const samples: Record<Resource, Sample> = {
  clients: [
    ['Name', 'Ana & Luis Ruiz'],
    ['Kind', 'person'],
    ['Company', ''],
    ['Contact 1 name', 'Ana Ruiz'],
    ['Contact 1 e-mail', 'ana@example.com'],
    ['Contact 1 phone', '+49 30 1234567'],
    ['Contact 1 role', 'client'],
    ['Contact 2 name', 'Luis Ruiz'],
    ['Contact 2 e-mail', 'luis@example.com'],
    ['Contact 2 phone', ''],
    ['Contact 2 role', 'partner'],
    ['Address 1 line', 'Lindenweg 4'],
    ['Address 1 postal code', '10115'],
    ['Address 1 city', 'Berlin'],
    ['Address 1 country', 'DE'],
    ['Tags', 'wedding; vip'],
    ['Source', 'Instagram'],
    ['E-mail consent', 'yes'],
  ],
  leads: [
    ['Name', 'Mina Okafor'],
    ['E-mail', 'mina@example.com'],
    ['Phone', '+49 30 7654321'],
    ['Project type', 'Wedding'],
    ['Event date', '2027-06-12'],
    ['Place', 'Potsdam'],
    ['Guests', '80'],
    ['Budget from', '2500'],
    ['Budget up to', '3500'],
    ['Budget currency', 'EUR'],
    ['Message', 'We are looking for a whole day.'],
    ['Heard from', 'A friend'],
    ['Status', 'open'],
  ],
  projects: [
    ['Title', 'Wedding of Ana and Luis'],
    ['Clients', 'Ana & Luis Ruiz'],
    ['Client e-mails', 'ana@example.com'],
    ['Project type', 'Wedding'],
    ['Status', 'booked'],
    ['Date 1 label', 'Ceremony'],
    ['Date 1 day', '2027-06-12'],
    ['Date 1 start', '14:30'],
    ['Date 1 place', 'Potsdam'],
    ['Value', '3200'],
    ['Currency', 'EUR'],
    ['Tags', 'wedding'],
    ['Description', 'Whole day, two photographers'],
  ],
};

const cell = (text: string): string => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The text of a template, with the mark by which spreadsheets know UTF-8. */
export function templateOf(resource: Resource): string {
  const sample = samples[resource];
  const rows = [sample.map(([head]) => head), sample.map(([, value]) => value)];
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
