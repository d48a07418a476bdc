import { randomUUID } from 'node:crypto';

/** The two requests that are measured, as a studio's server sends them. */
export const listRequest = ({ key }) => ({
  method: 'GET',
  path: '/v1/leads?limit=25',
  headers: { authorization: `Bearer ${key}` },
});

export const createRequest = ({ key, formId }) => ({
  method: 'POST',
  path: '/v1/leads',
  headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
  body: createBody(formId),
});

const createBody = (formId) =>
  JSON.stringify({
    formId,
    name: 'Ana Ruiz',
    email: 'ana@example.com',
    phone: '+34600123456',
    projectType: 'Wedding',
    eventDate: '2027-06-12',
    place: 'Lakeside House',
    guestCount: 120,
    budget: { min: 150000, max: 320000, currency: 'EUR' },
    message: 'We marry in June by the lake and would love natural pictures. Are you free on that day?',
    heardFrom: 'A friend',
    pageUrl: 'https://studio.example/contact',
    utm: { utm_source: 'search' },
  });
