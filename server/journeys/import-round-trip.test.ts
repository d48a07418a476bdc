import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { exported, importFile } from '../imports/testing-imports.ts';
import { readCsv } from '../platform/csv.ts';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';
import { isStorable, naughty } from './contract/naughty.ts';

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

let server: TestServer;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
});
after(() => server.stop());

/** The table of an export without what a workspace gives: ids and the time of making. Rows as a sorted set. */
async function tableOf(csv: string): Promise<{ head: string[]; rows: string[] }> {
  const rows: string[][] = [];
  for await (const row of readCsv(Buffer.from(csv))) rows.push(row);
  const head = rows.shift();
  const kept = head!.flatMap((name, index) => (name === 'ID' || name === 'Created' ? [] : [index]));
  const pick = (row: string[]) => kept.map((index) => row[index]!);
  return { head: pick(head!), rows: rows.map((row) => JSON.stringify(pick(row))).toSorted() };
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.constantFrom(...naughty.filter((value) => isStorable(value) && value !== '')),
  fc.constantFrom(
    '=1+1',
    '+1',
    '-1',
    '@x',
    '\t=1',
    "'=1",
    '"=1',
    "''=1",
    '＝1',
    ' =1',
    'a;b',
    'a,b',
    'a\\;b',
    '"',
    "'",
    'a\r\nb',
  ),
);
const stored = (most: number) =>
  text
    .map((value) =>
      [...value.replaceAll('\u0000', '').toWellFormed()].slice(0, most).join('').slice(0, most).toWellFormed(),
    )
    .filter((value) => value.trim() !== '');
/** Names and the like are stored without the blanks around them. */
const trimmed = (most: number) => stored(most).map((value) => value.trim());
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const json: fc.Arbitrary<unknown> = fc.oneof(
  stored(60),
  fc.constantFrom<unknown>('5', 'true', 'null', 5, true, { deep: [1, 'x'] }, ['a']),
);
const custom = fc.dictionary(fc.constantFrom('acme', 'Lieblings-Farbe', 'a b', '=x'), json, { maxKeys: 3 });
let people = 0;
const unique = (): number => {
  people += 1;
  return people;
};

const withoutEmpty = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;

const client = fc
  .record({
    displayName: trimmed(100),
    kind: fc.constantFrom('person', 'company'),
    contacts: fc.array(
      fc.record({
        name: trimmed(80),
        email: fc.boolean(),
        phone: maybe(fc.constantFrom('+14155550123', '+493012345678', '+4915112345678')),
        role: fc.constantFrom('client', 'partner', 'payer', 'planner', 'vendor', 'subject'),
      }),
      { maxLength: 4 },
    ),
    addresses: fc.array(
      fc.record({
        label: maybe(trimmed(40)),
        line1: trimmed(80),
        city: maybe(trimmed(40)),
        country: maybe(fc.constantFrom('DE', 'US')),
      }),
      { maxLength: 3 },
    ),
    tags: fc.uniqueArray(trimmed(30), { maxLength: 4, selector: (tag) => tag.toLowerCase() }),
    source: maybe(trimmed(60)),
    consents: maybe(
      fc
        .record({ email: maybe(fc.boolean()), sms: maybe(fc.boolean()) })
        .map(withoutEmpty)
        .filter((consents) => Object.keys(consents).length > 0),
    ),
    custom,
  })
  .map((given) =>
    withoutEmpty({
      ...given,
      contacts: given.contacts.map(({ email, ...contact }) =>
        withoutEmpty({ ...contact, ...(email ? { email: `person${unique()}@example.com` } : {}) }),
      ),
      addresses: given.addresses.map(withoutEmpty),
    }),
  );

const lead = fc
  .record({
    name: trimmed(80),
    email: fc.constantFrom('ana@example.com', 'ben@example.com'),
    phone: maybe(fc.constantFrom('+14155550123', '+493012345678')),
    projectType: maybe(trimmed(60)),
    eventDate: maybe(fc.constantFrom('2027-03-04', '2027-12-31', '2028-02-29')),
    dateFlexible: maybe(fc.boolean()),
    place: maybe(trimmed(60)),
    guestCount: maybe(fc.constantFrom(0, 80, 12345)),
    budget: maybe(
      fc.constantFrom(
        { min: 100000, max: null, currency: 'EUR' },
        { min: null, max: 1234567, currency: 'JPY' },
        { min: 1, max: 1500, currency: 'KWD' },
      ),
    ),
    message: maybe(stored(300)),
    heardFrom: maybe(trimmed(60)),
    answers: fc.array(fc.record({ key: fc.constantFrom('song', 'venueName'), value: stored(40) }), { maxLength: 1 }),
    custom,
  })
  .map(withoutEmpty);

const project = fc
  .record({
    title: trimmed(80),
    projectType: maybe(trimmed(60)),
    description: maybe(stored(200)),
    dates: fc.array(
      fc.record({
        label: trimmed(40),
        date: fc.constantFrom('2027-03-04', '2027-12-31'),
        startTime: maybe(fc.constantFrom('00:00', '14:30')),
        place: maybe(trimmed(40)),
      }),
      { maxLength: 3 },
    ),
    value: maybe(fc.constantFrom({ amount: 420050, currency: 'USD' }, { amount: 7, currency: 'JPY' })),
    tags: fc.uniqueArray(trimmed(30), { maxLength: 3 }),
    custom,
  })
  .map((given) => withoutEmpty({ ...given, dates: given.dates.map(withoutEmpty) }));

const generated: Record<string, fc.Arbitrary<object>> = { clients: client, leads: lead, projects: project };

async function add(studio: Studio, resource: string, body: object): Promise<string> {
  const answer = await studio.api('POST', `/v1/${resource}`, { body });
  assert.equal(answer.status, 201, JSON.stringify([answer.body, body]));
  return answer.body.id ?? answer.body.lead.id;
}

for (const resource of ['clients', 'leads', 'projects'] as const) {
  test(`an export of ${resource} imported into an empty workspace is exported as the same rows`, async (t) => {
    t.diagnostic(`seed ${seed}`);
    const [from, to] = [await openStudio(server), await openStudio(server)];
    const samples = fc.sample(generated[resource]!, { seed, numRuns: Number(process.env.FUZZ_RUNS ?? 60) });
    for (const body of samples) await add(from, resource, body);
    await varied(from, resource);
    const first = await exported(from, resource);
    if (resource === 'projects') await importFile(to, await exported(from, 'clients'));
    const { run, rows } = await importFile(to, first, { resource });
    assert.deepEqual(
      rows.filter((row) => row.action !== 'create').map((row) => [row.cells, row.problems]),
      [],
    );
    assert.equal(run.counts.create, rows.length);
    const [before, after] = [await tableOf(first), await tableOf(await exported(to, resource))];
    assert.deepEqual(after, before);
    const again = await importFile(to, await exported(to, resource), { resource, patch: { duplicates: 'update' } });
    assert.deepEqual(
      again.rows
        .filter((row) => row.action !== 'skip' || row.problems[0].code !== 'unchanged')
        .map((row) => [row.action, row.cells, row.problems]),
      [],
      'importing an export where it came from changes nothing',
    );
  });
}

/** Records in other states than the first. */
async function varied(studio: Studio, resource: string): Promise<void> {
  if (resource === 'leads') {
    const ids = [];
    for (const name of ['Won', 'Lost', 'Rated', 'Spam', 'Moved'])
      ids.push(await add(studio, 'leads', { name, email: 'state@example.com', projectType: name }));
    await studio.api('POST', `/v1/leads/${ids[0]}/move`, { body: { status: 'won' } });
    await studio.api('POST', `/v1/leads/${ids[1]}/move`, { body: { status: 'lost', lostReason: '=Budget' } });
    const rated = { rating: 4, confidence: 0, decideBy: '2027-01-02' };
    await studio.api('PATCH', `/v1/leads/${ids[2]}`, { body: rated, headers: { 'if-match': '"1"' } });
    await studio.api('POST', `/v1/leads/${ids[3]}/move`, { body: { status: 'spam' } });
    const { stages } = (await studio.api('GET', '/v1/lead-pipeline')).body;
    await studio.api('POST', `/v1/leads/${ids[4]}/move`, { body: { status: 'open', stageId: stages[2].id } });
  }
  if (resource !== 'projects') return;
  const known = await add(studio, 'clients', {
    displayName: 'Ana; Ruiz, "the" \\ first',
    contacts: [{ name: 'Ana', email: 'ana@example.com' }],
  });
  const nameless = await add(studio, 'clients', { displayName: '=Only, a name;' });
  const { stages } = (await studio.api('GET', '/v1/project-pipeline')).body;
  for (const [index, stage] of stages.entries())
    await add(studio, 'projects', { title: `Stage ${index}`, stageId: stage.id, clientIds: [known, nameless] });
  const booked = stages.find((stage: { meaning: string }) => stage.meaning === 'booked').id;
  const later = await add(studio, 'projects', { title: 'Later', stageId: booked, clientIds: [nameless] });
  const off = await add(studio, 'projects', { title: 'Off' });
  await studio.api('POST', `/v1/projects/${later}/move`, { body: { to: 'postponed' } });
  await studio.api('POST', `/v1/projects/${off}/move`, { body: { to: 'cancelled', reason: 'Moved; away' } });
}
