import { aTimeout, expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { expectAccessible } from '../testing/accessible.ts';
import { choose, fillShort, inside, send, sent, show, type } from '../testing/filling.ts';
import { everyField, leadFormResponder, shortForm } from '../testing/lead-forms.ts';
import { held, noConnection, problem } from '../testing/responder.ts';
import type { AllozaLeadForm } from './lead-form.ts';

describe('<alloza-lead-form>', () => {
  it('shows the fields that the studio designed, in their order', async () => {
    const element = await show(leadFormResponder());
    const labels = [...element.shadowRoot!.querySelectorAll('form [part=label]')].map((label) =>
      label.textContent?.replace(' optional', ''),
    );
    expect(labels).to.deep.equal(everyField.fields.map(({ label }) => label));
    expect(inside(element, 'h2').textContent).to.equal('Tell us about your day');
  });

  it('is accessible while loading, empty, filled, invalid, sending, failed and sent', async () => {
    const form = held<object>();
    const lead = held<object>();
    const responder = leadFormResponder(everyField, {
      'leadForms.public': () => form.promise,
      'leads.create': () => lead.promise,
    });
    const element = await fixture<AllozaLeadForm>(
      html`<alloza-lead-form publishable-key="pk_test_1" base-url="https://api.example" .fetch=${responder.fetch}></alloza-lead-form>`,
    );
    await aTimeout(400);
    expect(element.matches(':state(loading)')).to.equal(true);
    await expectAccessible(element);

    form.release(everyField);
    await waitUntil(() => element.matches(':state(ready)'));
    await element.updateComplete;
    await expectAccessible(element);

    send(element);
    await waitUntil(() => inside(element, '[part=error]'));
    await expectAccessible(element);

    await fillShort(element);
    choose(element, 'projectType', 'Wedding');
    type(element, 'eventDate', '2027-06-12');
    await element.updateComplete;
    expect(inside(element, '[part=error]')).to.equal(null);
    await expectAccessible(element);

    send(element);
    await waitUntil(() => element.matches(':state(sending)'));
    await element.updateComplete;
    await expectAccessible(element);

    lead.release(problem(500, 'internal_error'));
    await waitUntil(() => element.matches(':state(unsent)'), 'gives up', { timeout: 8000 });
    await element.updateComplete;
    await expectAccessible(element);

    responder.answer('leads.create', () => ({ id: 'lead_1', thanks: null, lead: null }));
    send(element);
    await sent(element);
    await expectAccessible(element);
  }).timeout(15_000);

  it('sends what was filled in, in the shape of the contract', async () => {
    const responder = leadFormResponder();
    const element = await show(responder);
    const events: string[] = [];
    element.addEventListener('alloza-lead-sent', ({ detail }) => events.push(detail.id));
    type(element, 'name', '  Ana Ruiz ');
    type(element, 'email', 'ana@example.com');
    type(element, 'phone', '+49 30 1234567');
    type(element, 'guestCount', '80');
    choose(element, 'projectType', 'Wedding');
    type(element, 'eventDate', '2027-06-12');
    choose(element, 'dateFlexible', 'on');
    type(element, 'place', 'By the lake');
    type(element, 'budget-min', '1,500');
    type(element, 'budget-max', '2,250.50');
    choose(element, 'style', 'Posed');
    await element.updateComplete;
    choose(element, 'style', 'Candid');
    choose(element, 'drone', 'no');
    inside<HTMLSelectElement>(element, 'select').value = 'Instagram';
    inside<HTMLSelectElement>(element, 'select').dispatchEvent(new Event('change', { bubbles: true }));
    type(element, 'message', 'We marry in June.');
    choose(element, 'consent-email', 'on');
    send(element);
    await sent(element);

    expect(responder.of('leads.create')).to.have.length(1);
    const { body, headers } = responder.of('leads.create')[0]!;
    const { pageUrl, utm: _, ...rest } = body;
    expect(pageUrl).to.equal(`${location.origin}${location.pathname}`);
    expect(rest).to.deep.equal({
      formId: everyField.id,
      name: 'Ana Ruiz',
      email: 'ana@example.com',
      phone: '+49 30 1234567',
      guestCount: 80,
      projectType: 'Wedding',
      eventDate: '2027-06-12',
      dateFlexible: true,
      place: 'By the lake',
      budget: { min: 150000, max: 225050, currency: 'EUR' },
      message: 'We marry in June.',
      answers: [
        { key: 'style', value: ['Candid', 'Posed'] },
        { key: 'drone', value: false },
        { key: 'hear', value: 'Instagram' },
      ],
      consent: { email: true, sms: false, textVersion: 3 },
    });
    expect(headers.get('authorization')).to.equal('Bearer pk_test_1');
    expect(JSON.parse(atob(headers.get('alloza-proof')!))).to.have.nested.property('solution.counter');
    expect(events).to.deep.equal(['lead_01h455vb4pex5vsknk084sn02q']);
  });

  it('asks for both consents unticked', async () => {
    const element = await show(leadFormResponder());
    const boxes = element.shadowRoot!.querySelectorAll<HTMLInputElement>('[name^=consent]');
    expect([...boxes].map(({ checked, required }) => [checked, required])).to.deep.equal([
      [false, false],
      [false, false],
    ]);
  });

  it('sends one request for three clicks', async () => {
    const lead = held<object>();
    const responder = leadFormResponder(shortForm, { 'leads.create': () => lead.promise });
    const element = await show(responder);
    await fillShort(element);
    send(element);
    send(element);
    await nextFrame();
    send(element);
    await waitUntil(() => responder.of('leads.create').length > 0);
    lead.release({ id: 'lead_1', thanks: null, lead: null });
    await sent(element);
    expect(responder.of('leads.create')).to.have.length(1);
  });

  it('keeps one idempotency key until something is changed', async () => {
    const responder = leadFormResponder(shortForm, { 'leads.create': () => problem(403, 'forbidden') });
    const element = await show(responder);
    await fillShort(element);
    for (const count of [1, 2]) {
      send(element);
      await waitUntil(() => responder.of('leads.create').length === count && element.matches(':state(unsent)'));
    }
    type(element, 'name', 'Ana Maria Ruiz');
    send(element);
    await waitUntil(() => responder.of('leads.create').length === 3);
    const keys = responder.of('leads.create').map(({ headers }) => headers.get('idempotency-key'));
    expect(keys[0]).to.equal(keys[1]);
    expect(keys[2]).to.not.equal(keys[1]);
  });

  it('focuses the first wrong field and says what is wrong', async () => {
    const element = await show(leadFormResponder());
    type(element, 'name', 'Ana');
    type(element, 'email', 'ana@');
    send(element);
    await waitUntil(() => element.shadowRoot!.activeElement);
    const focused = element.shadowRoot!.activeElement as HTMLInputElement;
    expect(focused.name).to.equal('email');
    expect(focused.getAttribute('aria-invalid')).to.equal('true');
    const note = element.shadowRoot!.getElementById(focused.getAttribute('aria-describedby')!);
    expect(note?.textContent).to.contain('Write the address in full');
    expect(inside(element, '[role=alert]').textContent).to.contain('3 answers need another look.');
  });

  it('wants an address or a number, whichever the visitor prefers', async () => {
    const responder = leadFormResponder(shortForm);
    const element = await show(responder);
    type(element, 'name', 'Ana');
    send(element);
    await waitUntil(() => inside(element, '[part=error]'));
    expect(inside(element, '[part=error]').textContent).to.contain('email address or a phone number');
    type(element, 'phone', '030 1234567');
    await element.updateComplete;
    expect(inside(element, '[part=error]')).to.equal(null);
    send(element);
    await sent(element);
    expect(responder.of('leads.create')[0]!.body).to.not.have.property('email');
  });

  it('shows what the server refuses at the field it is about', async () => {
    const errors = [{ pointer: '/phone', code: 'format', message: 'must be a telephone number' }];
    const responder = leadFormResponder(shortForm, { 'leads.create': () => problem(422, 'invalid_request', errors) });
    const element = await show(responder);
    await fillShort(element);
    type(element, 'phone', '+49 1');
    type(element, 'phone', '+49 11111');
    send(element);
    await waitUntil(() => element.shadowRoot!.activeElement?.getAttribute('name') === 'phone');
    expect(inside(element, '[part=error]').textContent).to.contain('could not take this answer');
  });

  it('gets a new proof once when the server does not take the first', async () => {
    let tries = 0;
    const responder = leadFormResponder(shortForm, {
      'leads.create': () => (tries++ === 0 ? problem(409, 'proof_spent') : { id: 'lead_1', thanks: null, lead: null }),
    });
    const element = await show(responder);
    await fillShort(element);
    send(element);
    await sent(element);
    const [first, second] = responder.of('leads.create');
    expect(first!.headers.get('alloza-proof')).to.not.equal(second!.headers.get('alloza-proof'));
    expect(first!.headers.get('idempotency-key')).to.equal(second!.headers.get('idempotency-key'));
  });

  it('keeps every input when sending fails, and sends the same once it works', async () => {
    const responder = leadFormResponder(shortForm, { 'leads.create': noConnection });
    const element = await show(responder);
    const codes: string[] = [];
    element.addEventListener('alloza-error', ({ detail }) => codes.push(detail.code));
    await fillShort(element);
    send(element);
    await waitUntil(() => element.matches(':state(unsent)'), 'gives up', { timeout: 8000 });
    await element.updateComplete;
    expect(inside(element, '[name=name]').value).to.equal('Ana Ruiz');
    expect(inside(element, '[role=alert]').textContent).to.contain('could not be reached');
    expect(codes).to.deep.equal(['network_error']);
    await expectAccessible(element);
    responder.answer('leads.create', () => ({ id: 'lead_1', thanks: null, lead: null }));
    send(element);
    await sent(element);
    const keys = new Set(responder.of('leads.create').map(({ headers }) => headers.get('idempotency-key')));
    expect(keys.size).to.equal(1);
  }).timeout(12_000);

  it('says what happens next, and where the answer goes', async () => {
    const element = await show(leadFormResponder(shortForm));
    await fillShort(element);
    send(element);
    await sent(element);
    const text = inside(element, '[part=success]').textContent!;
    expect(text).to.contain('We answer within two working days.');
    expect(text.replace(/[\u2068\u2069]/g, '')).to.contain('Lumen & Oak Photography replies to ana@example.com.');
    expect(element.shadowRoot!.activeElement?.textContent).to.equal('Thank you');
    inside<HTMLButtonElement>(element, '[part=another]').click();
    await element.updateComplete;
    expect(inside(element, '[name=name]').value).to.equal('Ana Ruiz');
  });

  it('can be stopped by the page before it sends', async () => {
    const responder = leadFormResponder(shortForm);
    const element = await show(responder);
    element.addEventListener('alloza-before-lead-send', (event) => event.preventDefault());
    await fillShort(element);
    send(element);
    await aTimeout(50);
    expect(responder.of('leads.create')).to.have.length(0);
  });

  it('shows the plain form again when it cannot load, and why', async () => {
    const responder = leadFormResponder(shortForm, { 'leadForms.public': () => problem(403, 'origin_not_allowed') });
    const element = await show(responder, html`<a href="/f/studio/form">Write to us</a>`);
    expect(element.querySelector('a')!.getBoundingClientRect().height).to.be.greaterThan(0);
    expect(inside(element, '[role=alert]').textContent).to.contain('req_01jd3x3k1fek6vw2bqk5yj7c9n');
    await expectAccessible(element);
    responder.answer('leadForms.public', () => shortForm);
    inside<HTMLButtonElement>(element, 'button').click();
    await waitUntil(() => element.matches(':state(ready)'));
    await element.updateComplete;
    expect(element.querySelector('a')!.getBoundingClientRect().height).to.equal(0);
  });

  it('names a missing key instead of asking the server', async () => {
    const codes: string[] = [];
    const listen = (event: Event) => codes.push((event as HTMLElementEventMap['alloza-error']).detail.code);
    document.addEventListener('alloza-error', listen);
    const element = await fixture<AllozaLeadForm>(html`<alloza-lead-form></alloza-lead-form>`);
    await waitUntil(() => element.matches(':state(failed)'));
    document.removeEventListener('alloza-error', listen);
    expect(codes).to.deep.equal(['key_missing']);
  });
});
