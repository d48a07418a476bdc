import { expect } from '@open-wc/testing';
import { type Mounted, mount, slug, until, useTestClock } from '../app/testing/mount.ts';
import { Responder } from '../app/testing/responder.ts';

async function show(responder = new Responder()) {
  const lead = responder.leads[0]!;
  const app = await mount(`/app/${slug}/leads/${lead.id}`, { responder });
  (await app.find('.toolbar alloza-app-menu button')).click();
  (await app.find('[role=menuitem]', 'Make a project')).click();
  await app.find('alloza-convert-lead');
  await app.find('#title');
  return { app, responder, stored: () => responder.leads.find(({ id }) => id === lead.id)! };
}

const submit = async (app: Mounted) => (await app.find('.primary', 'Make project')).click();

describe('making a project of a lead', () => {
  useTestClock();

  it('makes a client and a project, says so, and leads to both', async () => {
    const { app, responder, stored } = await show();
    expect((await app.find<HTMLInputElement>('#title')).value).to.equal('Ana Ruiz & Tom Berger – Wedding');
    await app.type('#title', 'Ana and Tom');
    await submit(app);
    await app.find('.done', /A new client was made\..*A new project was opened\./s);
    expect(stored()).to.deep.include({ status: 'won', projectId: responder.projects.all[0]!.id });
    (await app.find('.done a', 'Open the project')).click();
    await app.find('alloza-project-sheet');
    await until(() => app.all<HTMLInputElement>('.title')[0]?.value === 'Ana and Tom');
  });

  it('offers the client with the same address, and a job of theirs that is under way', async () => {
    const responder = new Responder();
    const { id: knownClientId } = responder.clients.all[0]!;
    responder.changeElsewhere(responder.leads[0]!.id, { knownClientId });
    const { app, stored } = await show(responder);
    expect((await app.find('#project')).textContent).to.contain('Emil and Frida');
    const choice = await app.find('fieldset', 'Has the same e-mail address');
    expect(choice.textContent, 'an address belongs to one client').not.to.contain('New client');
    await submit(app);
    await app.find('.done', 'The enquiry joined a client who was there.');
    expect(stored().clientId).to.equal(knownClientId);
  });

  it('is the next step of a lead that was won', async () => {
    const responder = new Responder();
    const [lead] = responder.leads;
    responder.changeElsewhere(lead!.id, { status: 'won' });
    const app = await mount(`/app/${slug}/leads/${lead!.id}`, { responder });
    (await app.find('.primary', 'Make a project')).click();
    await app.find('#title');
    await submit(app);
    await app.find('.done');
    (await app.find('button', 'Close')).click();
    await app.find('.row a', 'Open the project');
    expect(app.all('button').some((one) => one.textContent?.includes('Reopen'))).to.equal(false);
  });

  it('joins a client who is picked by name', async () => {
    const { app, responder, stored } = await show();
    const search = await app.find<HTMLInputElement>('[role=combobox]');
    search.value = 'oak';
    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    (await app.find('[role=option]', 'Oak Interiors')).click();
    await submit(app);
    await app.find('.done');
    expect(stored().clientId).to.equal(responder.clients.all[2]!.id);
  });

  it('keeps what was entered when the server refuses', async () => {
    const { app, responder } = await show();
    responder.fail('POST /v1/leads/', {
      status: 409,
      code: 'invalid_transition',
      detail: 'A lost lead is reopened first',
    });
    await app.type('#title', 'Ana and Tom');
    await submit(app);
    await app.find('.notice.danger', 'A lost lead is reopened first');
    expect((await app.find<HTMLInputElement>('#title')).value).to.equal('Ana and Tom');
  });
});
