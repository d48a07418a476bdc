import type { Schema } from '@alloza/sdk/core';
import { type Answers, Responder } from './responder.ts';

/** The studio of the tests. */
export const studio: Schema<'PublicWorkspace'> = {
  name: 'Lumen & Oak Photography',
  slug: 'lumen-and-oak',
  locale: 'en',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  mode: 'test',
  brand: { accent: '#7a4b2a', radius: 10, logoUrl: null },
};

/** A form with every type of field. */
export const everyField: Schema<'PublicLeadForm'> = {
  id: 'lform_01h455vb4pex5vsknk084sn02q',
  title: 'Tell us about your day',
  intro: 'Two minutes now, and we come prepared.',
  submitLabel: 'Send enquiry',
  fields: [
    { key: 'name', type: 'text', label: 'Your name', required: true },
    { key: 'email', type: 'email', label: 'Email', required: false },
    { key: 'phone', type: 'phone', label: 'Phone', required: false, hint: 'Only if you like to be called.' },
    { key: 'guestCount', type: 'number', label: 'Guests', required: false },
    {
      key: 'projectType',
      type: 'choice',
      label: 'What is it about?',
      required: true,
      options: ['Wedding', 'Portrait', 'Family'],
    },
    { key: 'eventDate', type: 'date', label: 'Date', required: true },
    { key: 'place', type: 'text', label: 'Place', required: false },
    { key: 'budget', type: 'budget', label: 'Budget', required: false, hint: 'A range helps us to suggest.' },
    {
      key: 'style',
      type: 'choices',
      label: 'What do you like?',
      required: false,
      options: ['Candid', 'Posed', 'Black and white'],
    },
    { key: 'drone', type: 'yesNo', label: 'Pictures from the air?', required: false },
    {
      key: 'hear',
      type: 'choice',
      label: 'How did you find us?',
      required: false,
      options: ['Search', 'Instagram', 'A friend', 'A planner', 'A fair', 'A magazine', 'Elsewhere'],
    },
    { key: 'message', type: 'longText', label: 'Your message', required: false },
  ],
  consent: {
    emailText: 'You may answer me by email.',
    smsText: 'You may send me text messages.',
    textVersion: 3,
  },
};

/** The shortest form: who and how to reply. */
export const shortForm: Schema<'PublicLeadForm'> = {
  ...everyField,
  intro: null,
  fields: everyField.fields.slice(0, 3),
  consent: { ...everyField.consent, smsText: null },
};

/** A challenge that is solved at once. */
export function challenge(over: Partial<Schema<'Challenge'>> = {}): Schema<'Challenge'> {
  const hex = (bytes: number) =>
    Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const parameters = {
    algorithm: 'PBKDF2/SHA-256',
    cost: 10,
    keyLength: 32,
    keyPrefix: '0',
    nonce: hex(16),
    salt: hex(16),
  };
  return {
    challenge: JSON.stringify({ parameters, signature: hex(32) }),
    notBefore: new Date(Date.now() - 1000).toISOString(),
    expiresAt: new Date(Date.now() + 30 * 60_000).toISOString(),
    ...over,
  };
}

/** A responder with a form, its studio and a working intake. */
export function leadFormResponder(form: Schema<'PublicLeadForm'> = everyField, answers: Answers = {}): Responder {
  return new Responder({
    'leadForms.public': () => form,
    'workspace.public': () => studio,
    'challenges.create': () => challenge(),
    'leads.create': () => ({
      id: 'lead_01h455vb4pex5vsknk084sn02q',
      thanks: { title: 'Thank you', message: 'We answer within two working days.' },
      lead: null,
    }),
    ...answers,
  });
}
