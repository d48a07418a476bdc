import type { components } from '../sdk/schema.ts';
import * as clients from './clients/service.ts';
import * as notes from './notes/service.ts';
import type { Context } from './platform/context.ts';
import { query } from './platform/database.ts';
import { publicId } from './platform/ids.ts';

type ClientInput = components['schemas']['ClientInput'];

interface DemoClient extends ClientInput {
  contacts: NonNullable<ClientInput['contacts']>;
  /** For how long the studio has known them. */
  daysAgo: number;
  /** Since when nothing happened with them. */
  quietDays?: number;
  notes?: string[];
}

const berlin = (line1: string, postalCode: string) => [
  { label: 'Home', line1, postalCode, city: 'Berlin', country: 'DE' },
];

/** More about the clients of the jobs, found by their address, and people whose jobs are over or yet to come. */
const demoClients: DemoClient[] = [
  {
    displayName: 'Emil Sørensen and Frida Holm',
    contacts: [
      { name: 'Frida Holm', email: 'frida.holm@example.com', phone: '+49 170 5550114', role: 'client' },
      { name: 'Emil Sørensen', email: 'emil.sorensen@example.com', role: 'partner' },
      { name: 'Birgit Holm', phone: '+45 20 55 01 72', role: 'payer' },
    ],
    addresses: berlin('Choriner Straße 41', '10435'),
    tags: ['wedding', 'album', 'VIP'],
    source: 'Weddings in Brandenburg',
    consents: { email: true, sms: true },
    daysAgo: 262,
    quietDays: 2,
    notes: ['Frida’s grandmother arrives in a wheelchair: the terrace has a ramp on the lake side.'],
  },
  {
    displayName: 'Nils Hartmann and Jonas Reed',
    contacts: [
      { name: 'Nils Hartmann', email: 'nils.hartmann@example.com', phone: '+49 151 5550188', role: 'client' },
      { name: 'Jonas Reed', email: 'jonas.reed@example.com', role: 'partner' },
      { name: 'Carla Winter', email: 'carla@winter-planning.example', role: 'planner' },
    ],
    tags: ['wedding', 'album'],
    source: 'Recommended by Frida Holm',
    consents: { email: true },
    daysAgo: 131,
  },
  {
    kind: 'company',
    displayName: 'Weingut Sander',
    contacts: [
      { name: 'Office', email: 'office@weingut-sander.example', phone: '+49 6242 555010', role: 'client' },
      { name: 'Stefan Sander', email: 'stefan@weingut-sander.example', role: 'payer' },
    ],
    addresses: [
      { label: 'Estate', line1: 'In den Weingärten 11', postalCode: '67582', city: 'Mettenheim', country: 'DE' },
    ],
    tags: ['business', 'film'],
    source: 'Instagram',
    consents: { email: true },
    daysAgo: 97,
    quietDays: 11,
    notes: ['Invoices go to Stefan, pictures to the office.'],
  },
  {
    displayName: 'Familie Krämer',
    contacts: [
      { name: 'Jule Krämer', email: 'jule.kraemer@example.com', phone: '+49 176 5550139', role: 'client' },
      { name: 'Timo Krämer', role: 'partner' },
      { name: 'Baby Krämer', role: 'subject' },
    ],
    addresses: berlin('Florastraße 7', '13187'),
    tags: ['family', 'newborn'],
    source: 'A friend',
    consents: { email: true, sms: false },
    daysAgo: 54,
    quietDays: 4,
  },
  {
    kind: 'company',
    displayName: 'Brauhaus Kreuzberg',
    contacts: [{ name: 'Aylin Demir', email: 'hallo@brauhaus-kreuzberg.example', role: 'client' }],
    addresses: [{ label: 'Bar', line1: 'Bergmannstraße 88', postalCode: '10961', city: 'Berlin', country: 'DE' }],
    tags: ['business'],
    source: 'Google',
    daysAgo: 46,
    quietDays: 1,
  },
  {
    displayName: 'Zoë van Dijk',
    contacts: [{ name: 'Zoë van Dijk', email: 'zoe.vandijk@example.com', phone: '+31 6 55501234', role: 'client' }],
    tags: ['portrait', 'VIP'],
    source: 'A friend',
    consents: { email: true },
    daysAgo: 412,
    quietDays: 73,
    notes: ['Comes back every autumn. Prefers the north window, no flash.'],
  },
  {
    displayName: 'Zoe van Dijk',
    contacts: [{ name: 'Zoe van Dijk', email: 'z.vandijk@mail.example', phone: '+31 6 55501234', role: 'client' }],
    tags: ['portrait'],
    source: 'Website',
    daysAgo: 16,
    quietDays: 16,
  },
  {
    displayName: 'Amira and Yusuf El-Amin',
    contacts: [
      { name: 'Amira El-Amin', email: 'amira.elamin@example.com', role: 'client' },
      { name: 'يوسف الأمين', role: 'partner' },
    ],
    tags: ['wedding'],
    source: 'Recommended by Seehotel am Kaiserstrand',
    consents: { email: false },
    daysAgo: 388,
    quietDays: 190,
  },
  {
    kind: 'company',
    displayName: 'Seehotel am Kaiserstrand',
    contacts: [{ name: 'Events desk', email: 'events@seehotel-kaiserstrand.example', role: 'vendor' }],
    addresses: [{ label: 'Hotel', line1: 'Uferpromenade 1', postalCode: '17454', city: 'Zinnowitz', country: 'DE' }],
    tags: ['venue'],
    source: 'Met on a job',
    daysAgo: 505,
    quietDays: 40,
  },
];

const demoViews: components['schemas']['SavedViewInput'][] = [
  { resource: 'clients', name: 'Weddings', filter: { tag: 'wedding', order: 'name' } },
  { resource: 'clients', name: 'Companies', filter: { kind: 'company', order: 'name' } },
  { resource: 'leads', name: 'Lost', filter: { status: 'lost' } },
];

/** Fills the demo studio's book of clients: what is known of them, two records of one person, and saved filters. */
export async function seedClients(ctx: Context): Promise<void> {
  for (const { daysAgo, quietDays, notes: texts = [], ...input } of demoClients) {
    const email = input.contacts.find((contact) => contact.email)!.email!;
    const known = await clients.clientByEmail(ctx, email);
    const uuid = known ?? (await clients.createClient(ctx, input, 'staff')).id;
    const clientId = publicId('client', uuid);
    if (known) await clients.update(ctx, clientId, input, '*', 'staff');
    for (const body of texts) await notes.create(ctx, { subject: clientId, body });
    await ctx.em.flush();
    await query(
      ctx.em,
      `update clients set created_at = $3::timestamptz - make_interval(days => $4, mins => 83),
          last_activity_at = $3::timestamptz - make_interval(days => $5, mins => 38)
        where workspace_id = $1 and id = $2`,
      [ctx.workspace.id, uuid, ctx.now, daysAgo, quietDays ?? Math.min(daysAgo, 9)],
    );
  }
  for (const view of demoViews) await clients.createView(ctx, view);
}
