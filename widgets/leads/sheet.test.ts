import { expect, waitUntil } from '@open-wc/testing';
import { deepActive, mount, slug, useTestClock } from '../app/testing/mount.ts';
import { Responder } from '../app/testing/responder.ts';
import type { LeadFields } from './lead-fields.ts';

async function show(query = '', responder = new Responder()) {
  const lead = responder.leads[0]!;
  const app = await mount(`/app/${slug}/leads/${lead.id}${query}`, { responder });
  const fields = await app.find<LeadFields>('alloza-lead-fields');
  await app.find('ol li');
  await app.settled();
  const stored = () => responder.leads.find(({ id }) => id === lead.id)!;
  return { app, fields, lead, responder, stored };
}

const patches = (responder: Responder) => responder.asked('PATCH /v1/leads/');

describe('the lead sheet', () => {
  useTestClock();

  it('saves a field when it is left, with the version it was read in, and ticks quietly', async () => {
    const { app, responder, stored, fields } = await show();
    await app.type('#place', 'Spreewald');
    await app.settled();
    expect(stored().place).to.equal('Spreewald');
    expect(patches(responder)[0]!.headers.get('if-match')).to.equal('"1"');
    expect(patches(responder)[0]!.body).to.deep.equal({ place: 'Spreewald' });
    expect(fields.renderRoot.querySelector('.mark .done')).to.exist;
  });

  it('saves every field of a lead', async () => {
    const { app, stored } = await show();
    const entries: [string, string][] = [
      ['#email', 'ana@new.example'],
      ['#phone', '+49 30 1234567'],
      ['#projectType', 'Elopement'],
      ['#eventDate', '2027-07-01'],
      ['#guestCount', '12'],
      ['#heardFrom', 'Instagram'],
      ['#min', '2.000'],
      ['#max', '2.500,50'],
      ['#message', 'A new message'],
      ['#confidence', '60'],
      ['#decideBy', '2027-04-01'],
    ];
    for (const [selector, text] of entries) await app.type(selector, text);
    (await app.find('.title')) && (await app.type('.title', 'Ana and Tom'));
    (await app.find('.stars')).querySelectorAll('button')[3]!.click();
    (await app.find<HTMLInputElement>('#dateFlexible')).click();
    await app.settled();
    expect(stored()).to.deep.include({
      name: 'Ana and Tom',
      email: 'ana@new.example',
      phone: '+49 30 1234567',
      projectType: 'Elopement',
      eventDate: '2027-07-01',
      dateFlexible: true,
      guestCount: 12,
      heardFrom: 'Instagram',
      budget: { min: 200000, max: 250050, currency: 'EUR' },
      message: 'A new message',
      rating: 4,
      confidence: 60,
      decideBy: '2027-04-01',
    });
  });

  it('saves beside a change of another field by somebody else', async () => {
    const { app, responder, lead, stored } = await show();
    responder.changeElsewhere(lead.id, { rating: 2 });
    await app.type('#place', 'Spreewald');
    await app.settled();
    expect(stored()).to.deep.include({ place: 'Spreewald', rating: 2 });
    expect(app.all('.conflict')).to.deep.equal([]);
  });

  it('asks whose words stay when both changed the same field', async () => {
    const { app, responder, lead, stored } = await show();
    responder.changeElsewhere(lead.id, { place: 'Chemnitz' });
    await app.type('#place', 'Spreewald');
    const conflict = await app.find('.conflict');
    expect(conflict.textContent).to.contain('Saved: Chemnitz').and.to.contain('Yours: Spreewald');
    expect(stored().place).to.equal('Chemnitz');
    (await app.find('.conflict button', 'Use mine')).click();
    await app.settled();
    expect(stored().place).to.equal('Spreewald');
    expect(app.all('.conflict')).to.deep.equal([]);
  });

  it('says at the field what the server did not accept, and keeps what was typed elsewhere', async () => {
    const { app, responder, fields } = await show();
    responder.fail('PATCH /v1/leads/', { status: 422, code: 'invalid_request', detail: 'This is no e-mail address.' });
    await app.type('#email', 'ana@');
    await app.settled();
    expect(fields.renderRoot.querySelector('#email-error')!.textContent).to.contain('This is no e-mail address.');
    expect(fields.renderRoot.querySelector('#email')!.getAttribute('aria-invalid')).to.equal('true');
  });

  it('leaves alone what is being typed while the answer for another field arrives', async () => {
    const { app, fields } = await show();
    const phone = fields.renderRoot.querySelector<HTMLInputElement>('#phone')!;
    await app.type('#place', 'Spreewald');
    phone.value = '+49';
    phone.dispatchEvent(new Event('input', { bubbles: true }));
    await app.settled();
    expect(phone.value).to.equal('+49');
  });

  it('refuses an amount that is none without asking the server', async () => {
    const { app, responder, fields } = await show();
    await app.type('#min', 'a lot');
    await app.settled();
    expect(fields.renderRoot.querySelector('#min-error')!.textContent).to.contain('amount');
    expect(patches(responder)).to.deep.equal([]);
  });

  it('shows answers, consent with time and version, and where the lead came from', async () => {
    const { app } = await show();
    const text = (await app.find('.side')).textContent!;
    expect(text).to.contain('Documentary, Portraits');
    expect(text).to.match(/Given March 10, 2027.*to version 2 of the text/);
    expect(text).to.contain('newsletter');
    const link = await app.find<HTMLAnchorElement>('.facts a');
    expect(link.rel).to.contain('noopener');
  });

  it('moves, wins and reopens, with the timeline following', async () => {
    const { app, stored } = await show();
    (await app.find('.stage-row button', 'Won')).click();
    await app.find('.pill.success', 'Won');
    expect(stored().status).to.equal('won');
    (await app.find('button', 'Reopen')).click();
    await app.find('#stage');
    expect(stored().status).to.equal('open');
  });

  it('deletes with a way back', async () => {
    const { app, stored } = await show();
    (await app.find('.toolbar alloza-app-menu button')).click();
    (await app.find('[role=menuitem]', 'Delete')).click();
    await app.settled();
    expect(stored().deletedAt).not.to.equal(null);
    expect(app.navigator.route).to.deep.equal({ name: 'leads', slug, leadId: undefined });
    (await app.find('.toast button', 'Undo')).click();
    await app.settled();
    expect(stored().deletedAt).to.equal(null);
  });

  it('adds, edits and deletes notes; a deleted one waits for an undo', async () => {
    const { app, responder } = await show();
    await app.type('#note', 'Call back on Monday');
    (await app.find('button', 'Add note')).click();
    await app.find('.note .body', 'Call back on Monday');
    (await app.find('[aria-label="Edit note"]')).click();
    await app.type('#edit', 'Call back on Tuesday');
    (await app.find('form.note .primary')).click();
    await app.find('.note .body', 'Call back on Tuesday');
    (await app.find('[aria-label="Delete note"]')).click();
    await app.settled();
    expect(app.all('.note')).to.deep.equal([]);
    expect(responder.notes.length, 'not sent yet').to.equal(1);
    (await app.find('.toast button', 'Undo')).click();
    await app.find('.note .body', 'Call back on Tuesday');
    expect(responder.asked('DELETE /v1/notes/')).to.deep.equal([]);
  });

  it('leaves a field on the first Escape and the sheet on the second, back at the card', async () => {
    const { app, lead } = await show();
    (await app.find('#place')).focus();
    app.press('Escape');
    expect(deepActive().classList.contains('panel')).to.equal(true);
    app.press('Escape');
    await app.settled();
    expect(app.all('alloza-lead-sheet')).to.deep.equal([]);
    await waitUntil(() => (deepActive() as HTMLElement).dataset.id === lead.id);
  });

  it('goes to the next lead by j and back by the address', async () => {
    const { app } = await show();
    app.press('j');
    await waitUntil(() => app.all<HTMLInputElement>('.title')[0]?.value === 'Mina Okafor');
    app.press('k');
    await waitUntil(() => app.all<HTMLInputElement>('.title')[0]?.value === 'Ana Ruiz & Tom Berger');
  });

  it('follows a change that comes from elsewhere', async () => {
    const { app, responder, lead } = await show();
    await waitUntil(() => responder.stream.opened.length === 1);
    const after = responder.changeElsewhere(lead.id, { status: 'lost', lostReason: 'Budget' });
    responder.stream.send('lead.lost', { id: lead.id, version: after.version });
    await app.find('.pill', 'Lost');
    await app.find('.head', 'Budget');
  });
});
