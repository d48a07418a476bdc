import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { stages } from '../app/testing/fixtures.ts';
import { deepActive, mount, slug, useTestClock } from '../app/testing/mount.ts';
import type { LeadBoard } from './board.ts';

const path = `/app/${slug}/leads`;

const columnsOf = (board: LeadBoard) =>
  [...board.renderRoot.querySelectorAll('.column')].map((column) =>
    [...column.querySelectorAll('.card .name')].map((name) => name.textContent?.trim()),
  );

async function show(query = '') {
  const app = await mount(path + query);
  const board = await app.find<LeadBoard>('alloza-lead-board');
  await app.find('.card');
  await app.settled();
  return { app, board };
}

describe('the leads board', () => {
  useTestClock();

  it('shows open leads in the columns of their stages, newest first, with the counts of the studio', async () => {
    const { board } = await show();
    const columns = columnsOf(board);
    expect(columns.length).to.equal(4);
    expect(columns[0]).to.deep.equal(['Ana Ruiz & Tom Berger', 'Mina Okafor', 'ليلى حداد', 'Jonas Lindqvist']);
    expect([...board.renderRoot.querySelectorAll('.count')].map((count) => count.textContent)).to.deep.equal([
      '4',
      '3',
      '2',
      '1',
    ]);
  });

  it('is moved through by arrow keys with one tab stop', async () => {
    const { app, board } = await show();
    expect(board.renderRoot.querySelectorAll('.card[tabindex="0"]').length).to.equal(1);
    (board.renderRoot.querySelector('.card') as HTMLElement).focus();
    app.press('ArrowDown');
    await app.settled();
    expect(deepActive().textContent).to.contain('Mina Okafor');
    app.press('ArrowRight');
    await app.settled();
    expect(deepActive().textContent).to.contain('Priya Raman');
  });

  it('moves a card by Space, arrow and Space, announces each step, and undoes it', async () => {
    const { app, board } = await show();
    (board.renderRoot.querySelector('.card') as HTMLElement).focus();
    app.press(' ');
    await app.settled();
    expect(app.spoken()).to.contain('Picked up Ana Ruiz & Tom Berger, in New');
    app.press('ArrowRight');
    await app.settled();
    expect(app.spoken()).to.contain('Contacted, position 1');
    app.press(' ');
    await app.settled();
    expect(app.spoken()).to.contain('Ana Ruiz & Tom Berger moved to Contacted');
    expect(columnsOf(board)[1]![0]).to.equal('Ana Ruiz & Tom Berger');
    expect(deepActive().textContent).to.contain('Ana Ruiz');
    const [move] = app.responder.asked('POST /v1/leads/');
    expect(move!.body).to.deep.equal({ status: 'open', stageId: stages[1]!.id });
    (await app.find('alloza-app-toaster')).shadowRoot!.querySelector<HTMLElement>('.toast button')!.click();
    await app.settled();
    expect(columnsOf(board)[0]![0]).to.equal('Ana Ruiz & Tom Berger');
    expect(app.responder.leads.find(({ name }) => name.startsWith('Ana'))!.stageId).to.equal(stages[0]!.id);
  });

  it('leaves a card where it was on Escape', async () => {
    const { app, board } = await show();
    (board.renderRoot.querySelector('.card') as HTMLElement).focus();
    app.press(' ');
    app.press('ArrowRight');
    app.press('Escape');
    await app.settled();
    expect(app.spoken()).to.contain('Moving cancelled');
    expect(columnsOf(board)[0]![0]).to.equal('Ana Ruiz & Tom Berger');
    expect(app.responder.asked('POST /v1/leads/')).to.deep.equal([]);
  });

  it('mirrors the arrow keys from right to left', async () => {
    const app = await mount(path, { lang: 'ar' });
    const board = await app.find<LeadBoard>('alloza-lead-board');
    await app.find('.card');
    await app.settled();
    expect(getComputedStyle(board).direction).to.equal('rtl');
    (board.renderRoot.querySelector('.card') as HTMLElement).focus();
    app.press(' ');
    app.press('ArrowLeft');
    app.press(' ');
    await app.settled();
    expect(columnsOf(board)[1]![0]).to.equal('Ana Ruiz & Tom Berger');
  });

  it('drags a card by pointer to another column', async () => {
    const { app, board } = await show();
    const card = board.renderRoot.querySelector<HTMLElement>('.card')!;
    const from = card.getBoundingClientRect();
    const to = board.renderRoot.querySelectorAll('.column')[2]!.getBoundingClientRect();
    const pointer = (type: string, x: number, y: number, target: EventTarget = window) =>
      target.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          composed: true,
          clientX: x,
          clientY: y,
          button: 0,
          pointerType: 'mouse',
        }),
      );
    pointer('pointerdown', from.left + 20, from.top + 20, card);
    pointer('pointermove', from.left + 60, from.top + 30);
    pointer('pointermove', to.left + 100, to.top + 80);
    await app.settled();
    expect(board.renderRoot.querySelector('.ghost')).to.exist;
    expect(board.renderRoot.querySelector('.column.over .slot'), 'the place where it will stand').to.exist;
    pointer('pointerup', to.left + 100, to.top + 80);
    await app.settled();
    expect(columnsOf(board)[2]![0]).to.equal('Ana Ruiz & Tom Berger');
  });

  it('asks why before it marks a lead as lost', async () => {
    const { app, board } = await show();
    (board.renderRoot.querySelector('.card') as HTMLElement).focus();
    app.press(' ');
    for (let i = 0; i < 5; i++) app.press('ArrowRight');
    app.press(' ');
    const dialog = await app.find('alloza-lost-dialog');
    await app.settled();
    expect(app.responder.asked('POST /v1/leads/')).to.deep.equal([]);
    dialog.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click();
    dialog.shadowRoot!.querySelector<HTMLElement>('.primary')!.click();
    await app.settled();
    expect(app.responder.asked('POST /v1/leads/')[0]!.body).to.deep.equal({
      status: 'lost',
      lostReason: 'Date not free',
    });
    expect(columnsOf(board)[0]).not.to.include('Ana Ruiz & Tom Berger');
  });

  it('puts a card back and says so when the server refuses the move', async () => {
    const { app, board } = await show();
    app.responder.fail('POST /v1/leads/', { status: 409, code: 'invalid_transition' });
    (board.renderRoot.querySelector('.card') as HTMLElement).focus();
    app.press(' ');
    app.press('ArrowRight');
    app.press(' ');
    await app.settled();
    expect(columnsOf(board)[0]![0]).to.equal('Ana Ruiz & Tom Berger');
    expect(app.spoken()).to.contain('was changed elsewhere in the meantime');
  });

  it('shows an enquiry that arrives, marks it and announces it', async () => {
    const { app, board } = await show();
    await waitUntil(() => app.responder.stream.opened.length === 1);
    await app.settled();
    app.responder.arrive({ name: 'Vera Lang' });
    await app.find('.card', 'Vera Lang');
    expect(columnsOf(board)[0]![0]).to.equal('Vera Lang');
    expect(board.renderRoot.querySelector('.card.fresh')!.textContent).to.contain('Vera Lang');
    expect(app.spoken()).to.contain('New enquiry from Vera Lang');
  });

  it('resumes the stream behind the last event after it broke', async () => {
    const { app } = await show();
    await waitUntil(() => app.responder.stream.opened.length === 1);
    app.responder.arrive({ name: 'Before the break' });
    await app.find('.card', 'Before the break');
    app.responder.stream.break();
    app.responder.arrive({ name: 'While it was broken' });
    await app.find('.card', 'While it was broken');
    expect(app.responder.stream.opened.at(-1)).to.equal('101');
  });

  it('keeps its search, filter and layout in the address, and reads them from it', async () => {
    const { app } = await show('?q=mina');
    expect(app.all('.card').length).to.equal(1);
    await app.type('#search', 'hotel');
    await waitUntil(() => app.navigator.query.get('q') === 'hotel');
    await app.find('.card', 'Hotel Bergblick');
    expect(app.all('.card').length).to.equal(1);
    (await app.find('button', 'Table')).click();
    await app.find('alloza-lead-table');
    expect(app.navigator.query.get('view')).to.equal('table');
    await app.find('td a', 'Hotel Bergblick');
  });

  it('loads further pages of a column', async () => {
    const { makeLead, testNow } = await import('../app/testing/fixtures.ts');
    const leads = Array.from({ length: 60 }, (_, i) =>
      makeLead({ name: `Client ${i}`, createdAt: new Date(testNow - i * 60_000).toISOString() }),
    );
    const app = await mount(path, { leads });
    await app.find('.card', 'Client 24');
    expect(app.all('.card').length).to.equal(25);
    (await app.find('button', 'Show more')).click();
    await app.find('.card', 'Client 49');
    expect(app.all('.card').length).to.equal(50);
  });

  it('opens the dialog for a new lead by the key c, and shows the lead it made', async () => {
    const { app } = await show();
    app.press('c');
    await app.find('alloza-create-lead');
    await app.type('#name', 'Nina Voss');
    await app.type('#email', 'nina@example.com');
    await app.type('#budget', '1.500');
    (await app.find('.primary', 'Create lead')).click();
    const sheet = await app.find('alloza-lead-sheet');
    await app.settled();
    expect((sheet.shadowRoot!.querySelector('.title') as HTMLInputElement).value).to.equal('Nina Voss');
    const [request] = app.responder.asked('POST /v1/leads');
    expect(request!.body).to.deep.include({
      name: 'Nina Voss',
      email: 'nina@example.com',
      budget: { min: 150000, max: 150000, currency: 'EUR' },
    });
    expect(app.navigator.here).to.match(/leads\/lead_\d+$/);
  });

  it('says which field needs another look before anything is sent', async () => {
    const { app } = await show('?new=1');
    await app.find('alloza-create-lead');
    await aTimeout(0);
    (await app.find('.primary', 'Create lead')).click();
    await app.settled();
    expect(deepActive().id).to.equal('name');
    expect(app.responder.asked('POST /v1/leads')).to.deep.equal([]);
  });
});
