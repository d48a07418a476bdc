import type { LeadInput } from './leads/create.ts';
import type { Meaning } from './leads/entities.ts';

export const demoStudio = {
  ownerName: 'Mara Lindqvist',
  email: 'mara@lumenandoak.example',
  password: 'golden-hour-2026',
  name: 'Lumen & Oak Photography',
  slug: 'lumen-and-oak',
  timeZone: 'Europe/Berlin',
  locale: 'en' as const,
  currency: 'EUR',
};

export interface DemoLead {
  daysAgo: number;
  quietDays?: number;
  input: LeadInput;
  move?:
    | { status: 'open'; meaning: Meaning }
    | { status: 'won' }
    | { status: 'lost'; lostReason: string }
    | { status: 'spam' };
  notes?: string[];
  rating?: number;
}

const eur = (min: number, max: number) => ({ min: min * 100, max: max * 100, currency: 'EUR' });

/** Oldest first. Dates of events are relative too, so that the demo never looks past. */
export const demoLeads = (inDays: (days: number) => string): DemoLead[] => [
  {
    daysAgo: 74,
    input: {
      name: 'Helene Brandt',
      email: 'helene.brandt@example.com',
      projectType: 'Family',
      place: 'Tiergarten, Berlin',
      budget: eur(350, 500),
      message: 'Three generations, eight people, outdoors if the weather holds.',
      heardFrom: 'A friend',
    },
    move: { status: 'won' },
    rating: 5,
  },
  {
    daysAgo: 66,
    input: {
      name: 'Oskar Nowak',
      email: 'oskar@nowak-architects.example',
      projectType: 'Business',
      budget: eur(900, 1500),
      message: 'Portraits of twelve partners and the new office.',
    },
    move: { status: 'lost', lostReason: 'Budget' },
  },
  {
    daysAgo: 51,
    input: {
      name: 'Cheap Followers',
      email: 'promo@followers.example',
      message: 'Grow your profile with 10k real followers today',
    },
    move: { status: 'spam' },
  },
  {
    daysAgo: 47,
    input: {
      name: 'Priya and Tom Ellis',
      email: 'priya.ellis@example.com',
      phone: '+44 20 7946 0018',
      projectType: 'Wedding',
      eventDate: inDays(210),
      place: 'Gut Sarnow',
      guestCount: 110,
      budget: eur(3200, 4200),
      message: 'We love your film-like colours. Two days, welcome dinner on Friday and the wedding on Saturday.',
      heardFrom: 'Instagram',
    },
    move: { status: 'won' },
    rating: 5,
    notes: ['Second shooter for Saturday: ask Jonas first.'],
  },
  {
    daysAgo: 33,
    quietDays: 16,
    input: {
      name: 'Familie Öztürk',
      email: 'aylin.oeztuerk@example.com',
      projectType: 'Family',
      eventDate: inDays(24),
      place: 'At home, Neukölln',
      budget: eur(300, 450),
      message: 'Newborn session, our daughter is due soon. Calm and at home, please.',
    },
    move: { status: 'open', meaning: 'contacted' },
  },
  {
    daysAgo: 29,
    quietDays: 11,
    input: {
      name: 'Lea Sommer',
      email: 'lea.sommer@example.com',
      phone: '+49 30 901820',
      projectType: 'Portrait',
      budget: eur(180, 250),
      message: 'New headshots for my practice website. Natural light, no studio backdrop.',
    },
    move: { status: 'open', meaning: 'consulting' },
    rating: 3,
  },
  {
    daysAgo: 24,
    quietDays: 3,
    input: {
      name: 'Katharina Weiss',
      email: 'k.weiss@example.com',
      projectType: 'Wedding',
      eventDate: inDays(298),
      place: 'Schloss Diedersdorf',
      guestCount: 85,
      budget: eur(2600, 3400),
      message: 'Could you also cover the civil ceremony the day before? About an hour at the registry office.',
    },
    move: { status: 'open', meaning: 'proposed' },
    rating: 4,
    notes: ['Sent the two-day package. She compares with one other studio and decides by the end of the month.'],
  },
  {
    daysAgo: 20,
    input: {
      name: 'Studio Kupfer',
      email: 'hello@studiokupfer.example',
      projectType: 'Business',
      message: 'Product pictures for our winter collection, 40 pieces.',
      budget: eur(1200, 1800),
    },
    move: { status: 'lost', lostReason: 'Date not available' },
  },
  {
    daysAgo: 17,
    quietDays: 2,
    input: {
      name: 'Amara Diallo',
      email: 'amara.diallo@example.com',
      phone: '+33 1 70 18 99 00',
      projectType: 'Wedding',
      eventDate: inDays(172),
      place: 'Château de Varennes',
      guestCount: 140,
      budget: eur(4500, 6000),
      message: 'Our planner recommended you. We speak French and English; most guests come from Dakar and Lyon.',
      heardFrom: 'Wedding planner',
    },
    move: { status: 'open', meaning: 'proposed' },
    rating: 5,
    notes: [
      'Planner: Élodie Martin. Travel costs go on the proposal as a line of their own.',
      'Asked for two albums for the parents.',
    ],
  },
  {
    daysAgo: 14,
    quietDays: 9,
    input: {
      name: 'Ben Carter',
      email: 'ben.carter@example.com',
      projectType: 'Portrait',
      message: 'Looking for a portrait for a book jacket. Black and white.',
    },
    move: { status: 'open', meaning: 'contacted' },
  },
  {
    daysAgo: 11,
    quietDays: 1,
    input: {
      name: 'Sofia Almeida',
      email: 'sofia.almeida@example.com',
      projectType: 'Family',
      eventDate: inDays(40),
      place: 'Grunewald',
      budget: eur(400, 500),
      message: 'Autumn family session with our two dogs. Is the late afternoon light still good then?',
    },
    move: { status: 'open', meaning: 'consulting' },
    rating: 4,
  },
  {
    daysAgo: 9,
    quietDays: 4,
    input: {
      name: 'Johanna Keller',
      email: 'johanna.keller@example.com',
      projectType: 'Wedding',
      eventDate: inDays(320),
      guestCount: 60,
      place: 'Usedom',
      budget: eur(2200, 2800),
      message: 'A small wedding on the beach. No posed group pictures, please.',
    },
    move: { status: 'open', meaning: 'consulting' },
    rating: 4,
  },
  {
    daysAgo: 6,
    quietDays: 2,
    input: {
      name: 'Yuki Tanaka',
      email: 'yuki.tanaka@example.com',
      projectType: 'Portrait',
      eventDate: inDays(12),
      place: 'Museum Island',
      budget: eur(250, 350),
      message: 'We visit Berlin for four days and would love a couple session at sunrise.',
    },
    move: { status: 'open', meaning: 'contacted' },
  },
  {
    daysAgo: 5,
    input: {
      name: 'Mehmet Yılmaz',
      email: 'mehmet.yilmaz@example.com',
      phone: '+49 30 901821',
      projectType: 'Business',
      budget: eur(600, 900),
      message: 'Opening of our restaurant: interior, dishes and the first evening.',
    },
    move: { status: 'open', meaning: 'contacted' },
    rating: 3,
  },
  {
    daysAgo: 4,
    input: {
      name: 'Clara Hoffmann',
      email: 'clara.hoffmann@example.com',
      projectType: 'Wedding',
      dateUndecided: true,
      guestCount: 95,
      budget: eur(2500, 3500),
      message: 'We have not fixed the date. Which Saturdays in early summer are still free?',
    },
  },
  {
    daysAgo: 2,
    input: {
      name: 'Nora Lindgren',
      email: 'nora.lindgren@example.com',
      projectType: 'Family',
      eventDate: inDays(30),
      place: 'Potsdam',
      message: 'Maternity pictures, week 34. Somewhere with water.',
      budget: eur(300, 400),
    },
  },
  {
    daysAgo: 1,
    input: {
      name: 'Daniel Okafor',
      email: 'daniel.okafor@example.com',
      projectType: 'Business',
      message: 'Conference in March, two stages, about 400 people. Pictures the same evening.',
      budget: eur(1800, 2600),
      eventDate: inDays(112),
    },
  },
  {
    daysAgo: 0,
    input: {
      name: 'Mia Fischer',
      email: 'mia.fischer@example.com',
      phone: '+49 30 901822',
      projectType: 'Wedding',
      eventDate: inDays(255),
      place: 'Spreewald',
      guestCount: 70,
      budget: eur(2800, 3600),
      message: 'We saw your pictures of Priya and Tom. Is the last Saturday in July still free?',
      heardFrom: 'Friends',
      consent: { email: true, sms: false, textVersion: 1 },
    },
  },
];
