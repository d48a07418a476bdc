/** A believable studio for tests and screenshots. */
import type { Schema } from '@alloza/sdk/core';

export type Lead = Schema<'Lead'>;
export type LeadForm = Schema<'LeadForm'>;

/** The instant at which the tests take place. */
export const testNow = Date.parse('2027-03-10T10:00:00Z');

const ago = (days: number, hours = 0) => new Date(testNow - days * 86_400_000 - hours * 3_600_000).toISOString();

export const stages: Schema<'LeadStage'>[] = [
  { id: 'stage_new', name: 'New', meaning: 'new' },
  { id: 'stage_contacted', name: 'Contacted', meaning: 'contacted' },
  { id: 'stage_consulting', name: 'Consultation', meaning: 'consulting' },
  { id: 'stage_proposed', name: 'Offer sent', meaning: 'proposed' },
];

let count = 0;

export function makeLead(change: Partial<Lead> = {}): Lead {
  count++;
  const createdAt = change.createdAt ?? ago(1, count);
  const stageId = change.stageId ?? 'stage_new';
  return {
    id: `lead_${String(count).padStart(4, '0')}`,
    formId: 'lform_weddings',
    name: 'Ana Ruiz',
    email: `${
      (change.name ?? 'Ana Ruiz')
        .toLowerCase()
        .replace(/[^a-z]+/g, '.')
        .replace(/^\.|\.$/g, '') || 'client'
    }@example.com`,
    phone: null,
    projectType: 'Wedding',
    eventDate: null,
    dateUndecided: false,
    dateFlexible: false,
    place: null,
    guestCount: null,
    budget: null,
    message: null,
    heardFrom: null,
    answers: [],
    consent: { email: true, sms: false, textVersion: 2, at: createdAt },
    source: { kind: 'widget', pageUrl: 'https://lumenandoak.example/contact', campaign: {} },
    status: 'open',
    stageId,
    stage: stages.find(({ id }) => id === stageId)?.meaning ?? 'new',
    lostReason: null,
    rating: null,
    confidence: null,
    decideBy: null,
    stale: false,
    clientId: null,
    projectId: null,
    knownClientId: null,
    lastActivityAt: createdAt,
    custom: {},
    createdAt,
    updatedAt: createdAt,
    deletedAt: null,
    version: 1,
    ...change,
  };
}

const euros = (min: number | null, max: number | null) => ({
  min: min && min * 100,
  max: max && max * 100,
  currency: 'EUR',
});

export function sampleLeads(): Lead[] {
  return [
    makeLead({
      name: 'Ana Ruiz & Tom Berger',
      eventDate: '2027-06-12',
      place: 'Lake Constance',
      budget: euros(2500, 3500),
      guestCount: 80,
      createdAt: ago(0, 1),
      message:
        'We marry in June by the lake, a small party with dinner in the old boathouse. We love your quiet pictures in daylight. Are you free, and what would a whole day cost?',
      heardFrom: 'A friend',
      answers: [
        { key: 'style', label: 'Which of our pictures do you like most?', value: ['Documentary', 'Portraits'] },
        { key: 'drone', label: 'Do you want pictures from above?', value: false },
      ],
      source: {
        kind: 'widget',
        pageUrl: 'https://lumenandoak.example/weddings?utm_source=newsletter',
        campaign: { source: 'newsletter', medium: 'email' },
      },
    }),
    makeLead({
      name: 'Mina Okafor',
      projectType: 'Portrait',
      createdAt: ago(0, 5),
      dateUndecided: true,
      place: 'Studio',
      email: 'mina@example.com',
    }),
    makeLead({
      name: 'Jonas Lindqvist',
      projectType: 'Business',
      createdAt: ago(2),
      eventDate: '2027-04-02',
      budget: euros(null, 1200),
      source: { kind: 'api', pageUrl: null, campaign: {} },
    }),
    makeLead({
      name: 'ليلى حداد',
      projectType: 'Wedding',
      createdAt: ago(1, 3),
      eventDate: '2027-09-04',
      dateFlexible: true,
      place: 'عمّان',
      budget: euros(4000, null),
    }),
    makeLead({
      name: 'Priya Raman',
      stageId: 'stage_contacted',
      projectType: 'Newborn',
      createdAt: ago(6),
      eventDate: '2027-05-20',
      budget: euros(450, 450),
      rating: 4,
    }),
    makeLead({
      name: 'Marcel & Julie Fontaine-Desrochers',
      stageId: 'stage_contacted',
      createdAt: ago(12),
      lastActivityAt: ago(9),
      stale: true,
      eventDate: '2027-08-21',
      place: 'Avignon',
      budget: euros(3000, 4200),
      decideBy: '2027-03-13',
    }),
    makeLead({
      name: 'Grace Kim',
      stageId: 'stage_contacted',
      projectType: 'Mini session',
      createdAt: ago(4),
      source: { kind: 'manual', pageUrl: null, campaign: {} },
      consent: null,
    }),
    makeLead({
      name: 'Hotel Bergblick',
      stageId: 'stage_consulting',
      projectType: 'Business',
      createdAt: ago(15),
      lastActivityAt: ago(2),
      eventDate: '2027-04-15',
      budget: euros(5000, 8000),
      rating: 5,
      confidence: 70,
      decideBy: '2027-03-11',
    }),
    makeLead({
      name: 'Sofia Marino',
      stageId: 'stage_consulting',
      createdAt: ago(20),
      lastActivityAt: ago(11),
      stale: true,
      eventDate: '2028-05-06',
    }),
    makeLead({
      name: 'Noor & Elias',
      stageId: 'stage_proposed',
      createdAt: ago(26),
      lastActivityAt: ago(1),
      eventDate: '2027-07-17',
      budget: euros(2800, 2800),
      rating: 5,
      decideBy: '2027-03-20',
    }),
    makeLead({
      name: 'Clara Weiss',
      status: 'won',
      stageId: 'stage_proposed',
      createdAt: ago(40),
      eventDate: '2027-05-29',
      budget: euros(2600, 2600),
    }),
    makeLead({
      name: 'Peter Novak',
      status: 'won',
      stageId: 'stage_proposed',
      projectType: 'Portrait',
      createdAt: ago(44),
    }),
    makeLead({
      name: 'Ida Holm',
      status: 'lost',
      stageId: 'stage_contacted',
      lostReason: 'Too expensive',
      createdAt: ago(31),
    }),
    makeLead({
      name: 'Buy Followers Now',
      status: 'spam',
      stageId: 'stage_new',
      projectType: null,
      createdAt: ago(3),
      email: 'promo@spam.example',
    }),
  ];
}

type Field = LeadForm['fields'][number];

const field = (given: Partial<Field> & Pick<Field, 'key' | 'type' | 'label'>): Field => ({ required: false, ...given });

const form = (change: Partial<LeadForm>): LeadForm => ({
  id: 'lform_weddings',
  name: 'Weddings',
  title: 'Tell us about your day',
  intro: 'We answer within a day, mostly sooner.',
  submitLabel: 'Send enquiry',
  fields: [
    field({ key: 'name', type: 'text', label: 'Your names', required: true }),
    field({ key: 'email', type: 'email', label: 'E-mail', required: true }),
    field({ key: 'phone', type: 'phone', label: 'Phone', required: false }),
    field({
      key: 'projectType',
      type: 'choice',
      label: 'What is it about?',
      options: ['Wedding', 'Engagement', 'Elopement'],
    }),
    field({ key: 'eventDate', type: 'date', label: 'When?', hint: 'A rough date is fine.' }),
    field({ key: 'budget', type: 'budget', label: 'What would you like to spend?' }),
    field({
      key: 'style',
      type: 'choices',
      label: 'Which of our pictures do you like most?',
      options: ['Documentary', 'Portraits', 'Details'],
    }),
    field({ key: 'message', type: 'longText', label: 'Tell us more' }),
  ],
  consent: { emailText: 'You may answer me by e-mail.', smsText: null, textVersion: 2 },
  thanks: { title: 'Thank you', message: 'We read every enquiry ourselves and answer within a day.' },
  autoReply: {
    enabled: true,
    subject: 'We have your enquiry',
    message: 'Hello {name}, thank you for writing to {studio}.',
  },
  custom: {},
  createdAt: ago(200),
  updatedAt: ago(20),
  version: 3,
  ...change,
});

export const sampleForms = (): LeadForm[] => [
  form({}),
  form({
    id: 'lform_portraits',
    name: 'Portraits and business',
    title: 'Book a portrait',
    fields: [
      field({ key: 'name', type: 'text', label: 'Name', required: true }),
      field({ key: 'email', type: 'email', label: 'E-mail', required: true }),
      field({
        key: 'projectType',
        type: 'choice',
        label: 'Kind of portrait',
        options: ['Portrait', 'Business', 'Newborn', 'Mini session'],
      }),
    ],
    createdAt: ago(120),
    version: 1,
  }),
];

export const sampleWorkspace = (mode: 'live' | 'test' = 'live'): Schema<'Workspace'> => ({
  id: mode === 'live' ? 'ws_live' : 'ws_test',
  name: 'Lumen & Oak',
  slug: mode === 'live' ? 'lumen-and-oak' : 'lumen-and-oak-test',
  mode,
  twinSlug: mode === 'live' ? 'lumen-and-oak-test' : 'lumen-and-oak',
  timeZone: 'Europe/Berlin',
  locale: 'en',
  currency: 'EUR',
  brand: { accent: '#2f6f5e', radius: 8, logoFileId: null, logoUrl: null },
  sender: { name: 'Lumen & Oak', replyTo: 'hello@lumenandoak.example' },
  notificationEmail: 'hello@lumenandoak.example',
  custom: {},
  createdAt: ago(300),
  updatedAt: ago(30),
  version: 5,
});

export const sampleAccount = (role: Schema<'Role'> = 'owner'): Schema<'Account'> => ({
  id: 'user_lena',
  name: 'Lena Hartmann',
  email: 'lena@lumenandoak.example',
  pictureUrl: null,
  hasPassword: true,
  googleEmail: null,
  createdAt: ago(300),
  updatedAt: ago(300),
  version: 1,
  workspaces: [
    { id: 'ws_live', name: 'Lumen & Oak', slug: 'lumen-and-oak', mode: 'live', role, twinSlug: 'lumen-and-oak-test' },
    { id: 'ws_test', name: 'Lumen & Oak', slug: 'lumen-and-oak-test', mode: 'test', role, twinSlug: 'lumen-and-oak' },
    {
      id: 'ws_film',
      name: 'Nordlicht Film',
      slug: 'nordlicht-film',
      mode: 'live',
      role: 'member',
      twinSlug: 'nordlicht-film-test',
    },
  ],
});

export const sampleKeys = (): Schema<'ApiKey'>[] => [
  {
    id: 'key_site',
    kind: 'publishable',
    name: 'Website',
    value: 'pk_live_4fTq8ZkVtR2mXw7bNc9LpYhs',
    hint: 'pk_live_4fTq…pYhs',
    origins: ['https://lumenandoak.example', 'https://*.lumenandoak.example'],
    scopes: [],
    createdAt: ago(200),
    updatedAt: ago(200),
    lastUsedAt: ago(0, 1),
    revokedAt: null,
    version: 1,
  },
  {
    id: 'key_sync',
    kind: 'secret',
    name: 'Newsletter sync',
    value: null,
    hint: 'sk_live_9aBc…Xy12',
    origins: [],
    scopes: ['leads:read', 'events:read'],
    createdAt: ago(60),
    updatedAt: ago(60),
    lastUsedAt: null,
    revokedAt: null,
    version: 1,
  },
];

export const sampleSessions = (): Schema<'Session'>[] => [
  {
    id: 'ses_here',
    current: true,
    createdAt: ago(3),
    lastSeenAt: ago(0),
    expiresAt: ago(-20),
    device: 'Chrome on macOS',
  },
  {
    id: 'ses_phone',
    current: false,
    createdAt: ago(9),
    lastSeenAt: ago(2),
    expiresAt: ago(-5),
    device: 'Safari on iOS',
  },
];
