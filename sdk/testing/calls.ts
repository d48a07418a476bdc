// What must compile and what must not. Never run: `types.test.ts` has the compiler read it.
import {
  type AllozaEvent,
  createClient,
  type ErrorCode,
  type EventType,
  isAllozaError,
  type Schema,
} from '@alloza/sdk';
import { createClient as createCoreClient } from '@alloza/sdk/core';
import { leadForms, leads } from '@alloza/sdk/operations';
import { handlers, verify } from '@alloza/sdk/webhooks';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => {};
const alloza = createClient({ secretKey: 'sk_1', baseUrl: 'https://app.example' });

export async function answersAreTyped() {
  same<Schema<'Lead'>, Awaited<ReturnType<typeof alloza.leads.get>>>(true);
  same<undefined, Awaited<ReturnType<typeof alloza.leads.delete>>>(true);
  const lead = await alloza.leads.get('lead_1');
  same<string | null, typeof lead.email>(true);
  // @ts-expect-error: a lead has no such property
  lead.mail;
  const page = await alloza.leads.list({ status: 'open' });
  same<{ items: Schema<'Lead'>[]; next: string | null }, { items: typeof page.items; next: typeof page.next }>(true);
  for await (const each of alloza.leads.list()) same<Schema<'Lead'>, typeof each>(true);
  same<Schema<'Note'>[], Awaited<ReturnType<ReturnType<typeof alloza.notes.list>['toArray']>>>(true);
  const { data, response } = await alloza.leads.create({ name: 'Ana' }).withResponse();
  same<Schema<'CreatedLead'>, typeof data>(true);
  same<Response, typeof response>(true);
  for await (const event of alloza.events.stream({
    lastEventId: 7,
    onStatus: (status) => same<'live' | 'waiting', typeof status>(true),
  })) {
    same<AllozaEvent, typeof event>(true);
  }
  // @ts-expect-error: one object is not a list
  for await (const each of alloza.leads.get('lead_1')) same<never, typeof each>(true);
}

export async function operationsAreKnown() {
  // @ts-expect-error: misspelt verb
  alloza.leads.craete({ name: 'Ana' });
  // @ts-expect-error: misspelt resource
  alloza.lead.create({ name: 'Ana' });
  const few = createCoreClient({ publishableKey: 'pk_1', resources: { leads, leadForms } });
  await few.leadForms.public('default');
  // @ts-expect-error: not among the resources given
  few.notes.list();
  const renamed = createCoreClient({ publishableKey: 'pk_1', resources: { enquiries: leads } });
  // @ts-expect-error: resources keep the names of the contract
  renamed.enquiries.get('lead_1');
}

export async function argumentsAreChecked() {
  await alloza.leads.create({ name: 'Ana', budget: { max: 400_000, currency: 'USD' } }, { idempotencyKey: 'k' });
  // @ts-expect-error: unknown property
  alloza.leads.create({ name: 'Ana', nmae: 'Ana' });
  // @ts-expect-error: a required property is missing
  alloza.leads.create({ email: 'ana@example.com' });
  // @ts-expect-error: no body
  alloza.leads.create();
  // @ts-expect-error: an id is a string
  alloza.leads.get(7);
  // @ts-expect-error: no id
  alloza.leads.get();
  // @ts-expect-error: misspelt filter
  alloza.leads.list({ state: 'open' });
  // @ts-expect-error: not a status
  alloza.leads.list({ status: 'opened' });
  // @ts-expect-error: a required query parameter is missing
  alloza.files.create(new Blob([]));
  // @ts-expect-error: not a purpose
  alloza.files.create(new Blob([]), { purpose: 'avatar' });
  // @ts-expect-error: bytes, not text
  alloza.files.create('bytes', { purpose: 'logo' });
}

export async function optionsFitTheOperation() {
  const signal = AbortSignal.timeout(1000);
  await alloza.leads.get('lead_1', { signal, timeout: 1000, deadline: 5000, headers: { 'X-Trace': '1' } });
  await alloza.leads.update('lead_1', { name: 'Bo', email: null }, { ifMatch: 3 });
  await alloza.leads.update('lead_1', { name: 'Bo' }, { ifMatch: '"3"', signal });
  // @ts-expect-error: a change says which version it changes
  alloza.leads.update('lead_1', { name: 'Bo' });
  // @ts-expect-error: a change says which version it changes
  alloza.leads.update('lead_1', { name: 'Bo' }, { signal });
  // @ts-expect-error: reading needs no idempotency key
  alloza.leads.get('lead_1', { idempotencyKey: 'k' });
  // @ts-expect-error: only enquiries carry a proof
  alloza.leads.restore('lead_1', { proof: 'p' });
  // @ts-expect-error: JSON has its media type already
  alloza.leads.create({ name: 'Ana' }, { contentType: 'text/plain' });
  // @ts-expect-error: misspelt option
  alloza.leads.list({}, { singal: signal });
}

export function credentialsAreOne() {
  createClient({ session: true, workspace: 'demo' });
  createClient({ clientSecret: 'cs_1' });
  // @ts-expect-error: none
  createClient({});
  // @ts-expect-error: two
  createClient({ publishableKey: 'pk_1', secretKey: 'sk_1' });
  // @ts-expect-error: a key belongs to one workspace already
  createClient({ secretKey: 'sk_1', workspace: 'demo' });
  // @ts-expect-error: no session is no credential
  createClient({ session: false });
}

export async function eventsAreTold() {
  const event = await verify('{}', {}, 'whsec_1');
  same<AllozaEvent, typeof event>(true);
  same<EventType, (typeof event)['type']>(true);
  if (event.type === 'lead.won') same<AllozaEvent<'lead.won'>, typeof event>(true);
  // @ts-expect-error: no such event
  if (event.type === 'lead.one') return;
  handlers({ 'lead.created': ({ type }) => same<'lead.created', typeof type>(true), otherwise: () => {} });
  // @ts-expect-error: the fallback is required
  handlers({ 'lead.created': () => {} });
  // @ts-expect-error: misspelt event
  handlers({ 'lead.craeted': () => {}, otherwise: () => {} });
}

export function errorsAreTold(error: unknown) {
  if (!isAllozaError(error)) return;
  same<ErrorCode, typeof error.code>(true);
  same<number | undefined, typeof error.status>(true);
  // @ts-expect-error: no such code
  return error.code === 'version_stal';
}
