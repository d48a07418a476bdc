import type { CellForm, CellKind } from '../platform/cells.ts';
import type { Resource } from './entities.ts';

export interface Field extends CellForm {
  /** Where its value goes: `contacts.1.email` is the first contact's. */
  name: string;
  /** The head of its column in an export. */
  head: string;
}

interface Described extends CellForm {
  head: string;
  /** Other heads that people and programs give it. */
  known: readonly string[];
}

type Table = Readonly<Record<string, Described>>;
/** Fields that a record has several times: `contacts.2.name`. */
interface Group {
  name: string;
  most: number;
  shown: number;
  head: string;
  fields: Table;
}

const field = (head: string, known = '', kind: CellKind = 'text', choices?: Record<string, string>): Described => ({
  head,
  kind,
  known: known ? known.split(', ') : [],
  ...(choices ? { choices } : {}),
});

const roles = {
  client: 'client',
  kunde: 'client',
  kundin: 'client',
  partner: 'partner',
  partnerin: 'partner',
  payer: 'payer',
  zahler: 'payer',
  planner: 'planner',
  planer: 'planner',
  vendor: 'vendor',
  dienstleister: 'vendor',
  subject: 'subject',
  motiv: 'subject',
};
const kinds = { person: 'person', privat: 'person', company: 'company', firma: 'company', unternehmen: 'company' };
const leadStates = {
  open: 'open',
  offen: 'open',
  won: 'won',
  gewonnen: 'won',
  lost: 'lost',
  verloren: 'lost',
  spam: 'spam',
};
const projectStates = {
  draft: 'draft',
  entwurf: 'draft',
  booked: 'booked',
  gebucht: 'booked',
  in_production: 'in_production',
  'in production': 'in_production',
  'in bearbeitung': 'in_production',
  delivered: 'delivered',
  geliefert: 'delivered',
  closed: 'closed',
  abgeschlossen: 'closed',
  postponed: 'postponed',
  verschoben: 'postponed',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  abgesagt: 'cancelled',
  storniert: 'cancelled',
};

const firstName = field('First name', 'given name, vorname, forename');
const lastName = field('Last name', 'family name, surname, nachname, familienname');
const email = field('E-mail', 'email, email address, e mail address, mail, e mail adresse, emailadresse', 'email');
const phone = field(
  'Phone',
  'phone number, telephone, mobile, mobile phone, cell, cell phone, telefon, telefonnummer, handy, mobil, handynummer, rufnummer',
  'phone',
);
const tags = field('Tags', 'tag, labels, schlagworte, schlagworter, kategorien', 'list');
const projectType = field(
  'Project type',
  'type, job type, session type, event type, shoot type, art, projektart, anlass, leistung',
);

const tables: Record<Resource, Table> = {
  clients: {
    id: field('ID', 'alloza id, client id'),
    kind: field('Kind', 'client type, kundenart', 'choice', kinds),
    displayName: field(
      'Name',
      'client, client name, full name, display name, customer, kunde, kundenname, anzeigename',
    ),
    firstName,
    lastName,
    company: field('Company', 'company name, business, organisation, organization, firma, unternehmen'),
    tags,
    source: field('Source', 'lead source, referred by, quelle, herkunft'),
    'consents.email': field('E-mail consent', 'marketing consent, newsletter, einwilligung e mail', 'yesNo'),
    'consents.sms': field('SMS consent', 'einwilligung sms', 'yesNo'),
  },
  leads: {
    id: field('ID', 'alloza id, lead id'),
    name: field('Name', 'full name, lead, lead name, contact, contact name, kunde, ansprechpartner'),
    firstName,
    lastName,
    email,
    phone,
    projectType,
    eventDate: field(
      'Event date',
      'date, wedding date, shoot date, session date, datum, termin, hochzeitsdatum, veranstaltungsdatum',
      'date',
    ),
    dateUndecided: field('Date undecided', 'datum offen', 'yesNo'),
    dateFlexible: field('Date flexible', 'datum flexibel', 'yesNo'),
    place: field('Place', 'venue, location, ort, veranstaltungsort'),
    guestCount: field('Guests', 'guest count, number of guests, gaste, anzahl gaste', 'integer'),
    'budget.min': field('Budget from', 'budget min, minimum budget, budget ab, budget von', 'money'),
    'budget.max': field('Budget up to', 'budget, budget max, maximum budget, budget bis', 'money'),
    'budget.currency': field('Budget currency', 'currency, wahrung', 'currency'),
    message: field('Message', 'notes, comments, details, nachricht, notizen, bemerkung', 'long'),
    heardFrom: field(
      'Heard from',
      'how did you hear about us, source, lead source, referral, quelle, aufmerksam durch',
    ),
    pageUrl: field('Page', 'page url, url, website, seite'),
    status: field('Status', 'state, zustand', 'choice', leadStates),
    stage: field('Stage', 'pipeline stage, phase, stufe'),
    lostReason: field('Lost reason', 'reason lost, absagegrund'),
    rating: field('Rating', 'stars, bewertung', 'integer'),
    confidence: field('Confidence', 'probability, wahrscheinlichkeit', 'integer'),
    decideBy: field('Decide by', 'decision date, entscheidung bis', 'date'),
  },
  projects: {
    id: field('ID', 'alloza id, project id'),
    title: field('Title', 'name, project, project name, job, job name, titel, projekt, projektname, auftrag'),
    clientNames: field('Clients', 'client, client name, customer, kunde, kunden', 'list'),
    clientEmails: field(
      'Client e-mails',
      'client email, client e mail, email, e mail, customer email, e mail adresse, kunden e mail',
      'list',
    ),
    projectType,
    status: field('Status', 'state, zustand', 'choice', projectStates),
    stage: field('Stage', 'pipeline stage, phase, stufe'),
    cancelReason: field('Cancel reason', 'cancellation reason, absagegrund, stornogrund'),
    description: field('Description', 'notes, details, beschreibung, notizen', 'long'),
    'value.amount': field('Value', 'amount, price, total, budget, wert, betrag, preis, summe', 'money'),
    'value.currency': field('Currency', 'wahrung', 'currency'),
    tags,
  },
};

const contacts: Group = {
  name: 'contacts',
  most: 20,
  shown: 3,
  head: 'Contact',
  fields: {
    name: field('name', 'ansprechpartner'),
    email,
    phone,
    role: field('role', 'rolle', 'choice', roles),
  },
};
const addresses: Group = {
  name: 'addresses',
  most: 10,
  shown: 2,
  head: 'Address',
  fields: {
    label: field('label', 'bezeichnung'),
    line1: field('line', 'street, street address, address, address line, strasse, adresse, anschrift'),
    line2: field('line, second', 'apartment, suite, adresszusatz'),
    city: field('city', 'town, stadt, ort, wohnort'),
    region: field('region', 'state, province, county, bundesland, kanton'),
    postalCode: field('postal code', 'zip, zip code, postcode, plz, postleitzahl'),
    country: field('country', 'country code, land', 'country'),
  },
};
const dates: Group = {
  name: 'dates',
  most: 20,
  shown: 2,
  head: 'Date',
  fields: {
    label: field('label', 'bezeichnung'),
    date: field(
      'day',
      'date, event date, wedding date, shoot date, session date, datum, termin, hochzeitsdatum',
      'date',
    ),
    startTime: field('start', 'time, start time, uhrzeit, beginn', 'time'),
    place: field('place', 'venue, location, ort, veranstaltungsort'),
  },
};

const groups: Record<Resource, readonly Group[]> = { clients: [contacts, addresses], leads: [], projects: [dates] };
/** Fields of any name: `custom.acme`, each with the beginning of its head in an export. */
const open: Record<Resource, Readonly<Record<string, string>>> = {
  clients: { custom: 'Custom: ' },
  leads: { answers: 'Answer: ', custom: 'Custom: ' },
  projects: { custom: 'Custom: ' },
};

/** What each resource can not do without: one of each list. */
export const needed: Record<Resource, readonly (readonly string[])[]> = {
  clients: [['displayName', 'lastName', 'firstName', 'company', 'contacts.1.name', 'contacts.1.email']],
  leads: [
    ['name', 'lastName', 'firstName'],
    ['email', 'phone'],
  ],
  projects: [['title']],
};

const headIn = ({ head }: Group, number: number, { head: last }: Described) => {
  const [word, rest] = last === 'E-mail' || last === 'Phone' ? [last.toLowerCase(), ''] : last.split(', ');
  return `${head} ${number} ${word}${rest ? `, ${rest}` : ''}`;
};

/** Answers are told apart by keys such as a form's; custom fields by any name that JSON can carry safely. */
const openName = (group: string, name: string): boolean =>
  group === 'answers' ? /^[a-z][A-Za-z0-9]{0,39}$/.test(name) : name !== '__proto__';

/** The field of this name, or null if there is none. */
export function fieldOf(resource: Resource, name: string): Field | null {
  const plain = Object.hasOwn(tables[resource], name) ? tables[resource][name] : undefined;
  if (plain) return { name, ...plain };
  const [, first = '', rest = ''] = /^([a-z]+)\.(.+)$/s.exec(name) ?? [];
  const prefix = Object.hasOwn(open[resource], first) ? open[resource][first] : undefined;
  if (prefix !== undefined) return !openName(first, rest) ? null : { name, head: prefix + rest, kind: 'json' };
  const group = groups[resource].find((candidate) => candidate.name === first);
  const [, digits = '', last = ''] = /^([1-9]\d?)\.(\w+)$/.exec(rest) ?? [];
  const member = group && Object.hasOwn(group.fields, last) ? group.fields[last] : undefined;
  if (!group || !member || Number(digits) > group.most) return null;
  return {
    name,
    kind: member.kind,
    head: headIn(group, Number(digits), member),
    ...(member.choices ? { choices: member.choices } : {}),
  };
}

/** Names of the fields that are offered, groups as far as they are usual. */
export const offered = (resource: Resource): string[] => [
  ...Object.keys(tables[resource]),
  ...groups[resource].flatMap((group) => numbered(group.name, group, group.shown)),
];

const numbered = (name: string, { fields }: Group, count: number): string[] =>
  Array.from({ length: count }, (_, index) => index + 1).flatMap((number) =>
    Object.keys(fields).map((last) => `${name}.${number}.${last}`),
  );

/** Names of the members of a group, for as many as there are. */
export function groupFields(resource: Resource, name: string, count: number): string[] {
  const group = groups[resource].find((candidate) => candidate.name === name)!;
  return numbered(name, group, Math.min(count, group.most));
}

/** A head as it is compared: lower case, without accents and punctuation. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** By folded head: the field. What an export writes comes before what people may call it. */
function catalogue(resource: Resource): Map<string, string> {
  const known = new Map<string, string>();
  const add = (head: string, name: string) => {
    const key = folded(head);
    if (!known.has(key)) known.set(key, name);
  };
  for (const [name, { head }] of Object.entries(tables[resource])) add(head, name);
  for (const group of groups[resource]) {
    for (let number = 1; number <= group.most; number += 1) {
      for (const [last, described] of Object.entries(group.fields))
        add(headIn(group, number, described), `${group.name}.${number}.${last}`);
    }
  }
  for (const [name, { known: others }] of Object.entries(tables[resource])) for (const head of others) add(head, name);
  for (const group of groups[resource]) {
    for (let number = 1; number <= group.most; number += 1) {
      for (const [last, { head, known: others }] of Object.entries(group.fields)) {
        const name = `${group.name}.${number}.${last}`;
        for (const word of [head, ...others]) {
          if (number === 1) add(`${group.head} ${word}`, name);
          // `name` and `label` alone say nothing of whose.
          if (number === 1 && !['name', 'label', 'line, second'].includes(word)) add(word, name);
          add(`${word} ${number}`, name);
          add(`${group.head} ${number} ${word}`, name);
        }
      }
    }
  }
  return known;
}

const catalogues = new Map<Resource, Map<string, string>>();

/** The fields that heads suggest, in English and German and as exports write them; each field once. */
export function guessFields(resource: Resource, heads: readonly string[]): (string | null)[] {
  let known = catalogues.get(resource);
  if (!known) {
    known = catalogue(resource);
    catalogues.set(resource, known);
  }
  const taken = new Set<string>();
  return heads.map((head) => {
    const prefix = Object.entries(open[resource]).find(
      ([, begin]) => head.startsWith(begin) && head.length > begin.length,
    );
    const name = prefix ? `${prefix[0]}.${head.slice(prefix[1].length)}` : known.get(folded(head));
    if (name === undefined || taken.has(name) || name.length > 120 || !fieldOf(resource, name)) return null;
    taken.add(name);
    return name;
  });
}
