import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { type Mounted, mount, slug, until, useTestClock } from '../app/testing/mount.ts';
import { makeProject } from '../app/testing/project-routes.ts';
import { Responder } from '../app/testing/responder.ts';
import '../define/alloza-projects.ts';
import type { AllozaProjects } from './projects.ts';

const path = `/app/${slug}/projects`;

async function show(query = '', responder = new Responder(), lang?: string) {
  const app = await mount(path + query, { responder, lang });
  await app.find('alloza-projects-panel');
  await app.settled();
  const column = (name: string) =>
    [...app.all('.column')]
      .find((one) => one.querySelector('h2')?.textContent === name)
      ?.querySelectorAll('.card .name') ?? [];
  const titles = (name: string) => [...column(name)].map((card) => card.textContent?.trim());
  const project = (title: string) => responder.projects.all.find((one) => one.title === title)!;
  return { app, responder, titles, project };
}

const focusCard = async (app: Mounted, title: string) => (await app.find('.card', title)).focus();

describe('the projects screen', () => {
  useTestClock();

  it('shows the jobs at hand by stage, the soonest first, in the words of the studio', async () => {
    const { app, titles } = await show();
    expect(app.all('.column h2').map((name) => name.textContent)).to.deep.equal([
      'Draft',
      'Booked',
      'Shooting',
      'Editing',
      'Delivered',
      'Closed',
    ]);
    expect(titles('Booked')).to.deep.equal(['Book jacket', 'Emil and Frida']);
    expect(titles('Editing')).to.deep.equal(['Menu and team']);
    const card = (await app.find('.card', 'Emil and Frida')).textContent!;
    expect(card).to.contain('Ana & Luis Ruiz').and.to.contain('€4,200').and.to.contain('In 12 days');
  });

  it('offers nobody to open a job who is given theirs', async () => {
    const { app } = await show('?new=1', new Responder({ role: 'member', ownJobsOnly: true }));
    expect(app.all('.create')).to.deep.equal([]);
    app.press('c');
    await app.settled();
    expect(app.all('alloza-create-project')).to.deep.equal([]);
    const none = new Responder({ role: 'member', ownJobsOnly: true });
    none.projects.all = [];
    const own = await show('', none);
    await own.app.find('.empty', 'the jobs you are assigned to');
    expect(own.app.all('.empty button, .empty a')).to.deep.equal([]);
  });

  it('moves a job by Space, arrows and Space, only to where it may go', async () => {
    const { app, project, titles } = await show();
    await focusCard(app, 'Emil and Frida');
    app.press(' ');
    await app.settled();
    expect(app.all('.column.shut h2').map((name) => name.textContent)).to.deep.equal(['Draft', 'Delivered', 'Closed']);
    app.press('ArrowLeft');
    app.press('ArrowRight');
    await app.settled();
    expect(app.spoken()).to.contain('Shooting, position 1');
    app.press(' ');
    await app.find('.toast', 'Emil and Frida moved to Shooting');
    expect(project('Emil and Frida')).to.deep.include({ stageId: 'pstg_shooting', status: 'in_production' });
    expect(titles('Shooting')).to.deep.equal(['Emil and Frida']);
    expect(
      app.all('.toast button').some((one) => one.textContent?.includes('Undo')),
      'no way back',
    ).to.equal(false);
  });

  it('takes back a move among stages of one meaning', async () => {
    const { app, project } = await show();
    await focusCard(app, 'Menu and team');
    app.press(' ');
    app.press('ArrowLeft');
    await app.settled();
    app.press(' ');
    await app.find('.toast', 'Menu and team moved to Shooting');
    (await app.find('.toast button', 'Undo')).click();
    await until(() => project('Menu and team').stageId === 'pstg_editing');
  });

  it('asks why before it cancels a job', async () => {
    const { app, project } = await show();
    await focusCard(app, 'Kita portraits');
    app.press(' ');
    app.press('ArrowRight');
    app.press('ArrowRight');
    await app.settled();
    app.press(' ');
    await app.type('#word', 'The kita closes');
    (await app.find('.primary', 'Cancel the job')).click();
    await until(() => project('Kita portraits').status === 'cancelled');
    expect(project('Kita portraits').cancelReason).to.equal('The kita closes');
  });

  it('puts a job back and says so when the server refuses', async () => {
    const { app, responder, titles } = await show();
    responder.fail('POST /v1/projects/', {
      status: 409,
      code: 'invalid_transition',
      detail: 'It goes on to delivered.',
    });
    await focusCard(app, 'Book jacket');
    app.press(' ');
    app.press('ArrowRight');
    await app.settled();
    app.press(' ');
    await app.find('.toast', 'It goes on to delivered.');
    expect(titles('Booked')).to.contain('Book jacket');
  });

  it('keeps layout, search and what is shown in the address', async () => {
    const { app } = await show('?show=postponed');
    await app.find('td a', 'Premiere');
    (await app.find('.tabs a', 'Cancelled')).click();
    await app.find('td a', 'Ida and Paul');
    (await app.find('.tabs a', 'All')).click();
    (await app.find('.switch button', 'Table')).click();
    await app.find('td a', 'Emil and Frida');
    expect(app.navigator.query.get('view')).to.equal('table');
    await app.type('#search', 'menu');
    await until(() => app.all('td a').length === 1);
    expect(app.navigator.query.get('q')).to.equal('menu');
  });

  it('shows the jobs of one member', async () => {
    const { app } = await show('?view=table');
    (await app.find('alloza-app-menu button', 'Team')).click();
    (await app.find('[role=menuitemradio], [role=menuitemcheckbox]', 'Lena Hartmann')).click();
    await until(() => app.all('td a').length === 1);
    expect(app.navigator.query.get('member')).to.equal('mem_lena');
    await app.find('.chip', 'Lena Hartmann');
  });

  it('opens a project for a client who is found by name', async () => {
    const { app, responder } = await show();
    app.press('c');
    await app.find('alloza-create-project');
    await app.type('#title', 'Engagement');
    const search = await app.find<HTMLInputElement>('[role=combobox]');
    search.value = 'oak';
    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    (await app.find('[role=option]', 'Oak Interiors')).click();
    await app.type('#place', 'Lake');
    (await app.find('.primary', 'Create project')).click();
    await app.find('#date-hint', 'A place needs a date.');
    await app.type('#date', '2027-06-01');
    await app.type('#value', '1.200');
    (await app.find('.primary', 'Create project')).click();
    await app.find('alloza-project-sheet');
    const [made] = responder.projects.all;
    expect(made).to.deep.include({
      title: 'Engagement',
      mainDate: '2027-06-01',
      value: { amount: 120_000, currency: 'EUR' },
    });
    expect(made!.clients[0]!.displayName).to.equal('Oak Interiors');
  });

  it('teaches what a project is while there are none', async () => {
    const responder = new Responder();
    responder.projects.all = [];
    responder.projects.tasks = [];
    const { app } = await show('', responder);
    await app.find('.empty', 'No projects yet');
    (await app.find('.tabs a', 'Archived')).click();
    await app.find('.empty', 'Nothing archived');
  });

  it('shows what failed and tries again', async () => {
    const responder = new Responder();
    responder.fail('GET /v1/project-pipeline', { status: 500, code: 'internal_error' }, 3);
    const { app } = await show('', responder);
    (await app.find('.empty[role=alert] button', 'Try again')).click();
    await app.find('.card', 'Emil and Frida');
  });

  it('says once what is wrong with every column, and tries all again', async () => {
    const responder = new Responder();
    const { fetch } = responder;
    let isBroken = true;
    const refused = () =>
      new Response(JSON.stringify({ status: 400, code: 'bad_request', title: 'No' }), {
        status: 400,
        headers: { 'content-type': 'application/problem+json' },
      });
    const half = async (request: Request) =>
      isBroken && request.url.includes('stageId=') ? refused() : fetch(request);
    const { app, titles } = await show('', Object.assign(responder, { fetch: half }));
    await app.find('.empty[role=alert]');
    expect(app.all('[role=alert]')).to.have.length(1);
    isBroken = false;
    (await app.find('.empty[role=alert] button', 'Try again')).click();
    await until(() => titles('Booked').length === 2);
  });

  it('follows what others open and move, and what becomes of tasks', async () => {
    const { app, responder, project, titles } = await show();
    await until(() => responder.stream.opened.length === 1);
    const made = makeProject({ title: 'Vera Lang', createdAt: new Date(Date.now()).toISOString() });
    responder.projects.all = [made, ...responder.projects.all];
    responder.stream.send('project.created', { id: made.id, version: 1 });
    await app.find('.card.fresh', 'Vera Lang');
    expect(app.spoken()).to.contain('New project: Vera Lang');
    const moved = responder.projects.replace({
      ...project('Menu and team'),
      stageId: 'pstg_delivered',
      status: 'delivered',
    });
    responder.stream.send('project.moved', { id: moved.id, version: moved.version });
    await until(() => titles('Delivered').includes('Menu and team'));
    const { id } = responder.projects.replace({ ...project('Book jacket'), openTasks: 1, doneTasks: 2 });
    responder.stream.send('task.done', { id: 'task_x', projectId: id, version: 2 });
    await app.find('.card', /Book jacket.*2\/3/s);
  });

  it('fits a phone of 320 pixels, also from right to left', async () => {
    await setViewport({ width: 320, height: 640 });
    try {
      for (const lang of ['en', 'ar']) {
        const { app, project } = await show('', new Responder(), lang);
        await app.find('.card');
        app.navigator.go({ name: 'projects', slug, projectId: project('Emil and Frida').id });
        const sheet = await app.find('alloza-project-sheet');
        await app.find('li input[type=checkbox]');
        await app.settled();
        const panel = sheet.shadowRoot!.querySelector('.content')!;
        expect(panel.scrollWidth, lang).to.be.at.most(panel.clientWidth);
        expect(document.documentElement.scrollWidth, lang).to.be.at.most(320);
        app.dashboard.remove();
      }
    } finally {
      await setViewport({ width: 1024, height: 768 });
    }
  });
});

describe('<alloza-projects> outside of the dashboard', () => {
  useTestClock();

  it('opens the studio it names', async () => {
    const responder = new Responder();
    const element = await fixture<AllozaProjects>(
      html`<alloza-projects workspace=${slug} .fetch=${responder.fetch}></alloza-projects>`,
    );
    const panel = () => element.shadowRoot!.querySelector('alloza-projects-panel')?.shadowRoot;
    await until(() => panel()?.querySelector('alloza-project-board')?.shadowRoot?.querySelector('.card'));
  });
});
