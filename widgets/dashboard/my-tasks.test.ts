import { expect } from '@open-wc/testing';
import { deepActive, mount, slug, until, useTestClock } from '../app/testing/mount.ts';
import { Responder } from '../app/testing/responder.ts';
import { makeTask } from '../app/testing/work-fixtures.ts';

const path = `/app/${slug}/tasks`;

type Options = NonNullable<Parameters<typeof mount>[1]>;

async function show(query = '', options: Options = { work: 'day' }) {
  const app = await mount(path + query, options);
  await app.find('.rows');
  const groups = () =>
    Object.fromEntries(
      app
        .all('.section')
        .map((section) => [
          section.querySelector('h2')!.textContent!,
          [...section.querySelectorAll('.name')].map((name) => name.textContent!.trim()),
        ]),
    );
  return { app, groups };
}

describe('my tasks', () => {
  useTestClock();

  it('shows the open tasks of all jobs that are mine, under when they are due', async () => {
    const responder = new Responder({ work: 'day' });
    const [job] = responder.projects.all;
    responder.projects.tasks.push(makeTask(job!, { title: 'Tidy the studio', assigneeId: 'mem_lena' }));
    const { app, groups } = await show('', { responder });
    expect(groups()).to.deep.equal({
      Overdue: ['Send the contract'],
      Today: ['Charge batteries'],
      Later: ['Call the florist'],
      'Without a date': ['Tidy the studio'],
    });
    const { query } = responder.asked('GET /v1/tasks').at(-1)!;
    expect([query.get('assigneeId'), query.get('done')]).to.deep.equal(['mem_lena', 'false']);
    expect(document.title).to.contain('My tasks');
    const row = await app.find<HTMLAnchorElement>('.row-link', 'Charge batteries');
    expect(row.getAttribute('href')).to.equal(`/app/${slug}/projects/${job!.id}`);
  });

  it('shows everybody’s, with whose they are, at an address of its own', async () => {
    const { app, groups } = await show();
    (await app.find('.tabs a', 'Everyone’s')).click();
    await until(() => groups().Overdue?.length === 3);
    expect(app.navigator.here).to.equal(`${path}?who=all`);
    expect((await app.find('.row-link', 'Book the model')).textContent).to.contain('Jonas Weber');
    expect((await app.find('.row-link', 'Ask for the timeline')).textContent).to.contain('nobody’s yet');
    const linked = await show('?who=all');
    expect((await linked.app.find('h1')).textContent).to.equal('All tasks');
    await until(() => linked.groups().Overdue?.length === 3);
  });

  it('ticks off at once, goes on with the next by keyboard, and takes it back', async () => {
    const { app, groups } = await show();
    const { tasks } = app.responder.projects;
    const tick = await app.find('.tick[aria-label="Tick off: Send the contract"]');
    tick.focus();
    tick.click();
    await app.find('.toast', 'Send the contract done');
    expect(tick.getAttribute('aria-checked')).to.equal('true');
    app.responder.stream.send('task.done', { id: tasks[1]!.id });
    await until(() => !groups().Overdue);
    await until(() => deepActive().getAttribute('aria-label') === 'Tick off: Charge batteries');
    (await app.find('.toast button', 'Undo')).click();
    await until(() => groups().Overdue?.length === 1);
    expect(app.responder.asked('PATCH /v1/tasks/').map(({ body }) => body)).to.deep.equal([
      { done: true },
      { done: false },
    ]);
  });

  it('ticks off on top of what somebody else changed meanwhile', async () => {
    const { app } = await show();
    const book = app.responder.projects;
    book.tasks = book.tasks.map((task) => ({ ...task, title: `${task.title}, soon`, version: 2 }));
    (await app.find('.tick')).click();
    await app.find('.toast', 'Send the contract done');
    const saved = book.tasks.find(({ title }) => title === 'Send the contract, soon')!;
    expect(saved.doneAt).to.not.equal(null);
  });

  it('says what could not be ticked off, and shows it open again', async () => {
    const { app } = await show();
    app.responder.fail('PATCH /v1/tasks/', { status: 404, code: 'not_found' });
    const tick = await app.find('.tick');
    tick.click();
    await app.find('.toast', 'Nothing here');
    await until(() => app.all('.tick').every((each) => each.getAttribute('aria-checked') === 'false'));
  });

  it('shows more when asked, and keeps it when something happens', async () => {
    const responder = new Responder({ work: 'day' });
    const [job] = responder.projects.all;
    responder.projects.tasks = Array.from({ length: 130 }, (_, index) =>
      makeTask(job!, { title: `Task ${index}`, inDays: 1, assigneeId: 'mem_lena' }),
    );
    const { app } = await show('', { responder });
    expect(app.all('.rows li')).to.have.length(100);
    (await app.find('.more')).click();
    await until(() => app.all('.rows li').length === 130);
    responder.stream.send('task.updated', { id: responder.projects.tasks[0]!.id });
    await new Promise((resolve) => setTimeout(resolve, 600));
    await app.settled();
    expect(app.all('.rows li')).to.have.length(130);
  });

  it('is reached from the rail, the start page, the palette’s pages and by keys', async () => {
    const app = await mount(`/app/${slug}`, { work: 'day' });
    expect((await app.find('.figure', 'Tasks due')).getAttribute('href')).to.equal(`${path}?who=all`);
    expect((await app.find('.rail .nav a', 'My tasks')).getAttribute('href')).to.equal(path);
    app.press('g');
    app.press('m');
    await app.find('h1', 'My tasks');
  });

  it('says that nothing is to be done, and what failed', async () => {
    const app = await mount(path, { work: 'none' });
    await app.find('.empty', 'No task is yours right now');
    const responder = new Responder({ work: 'day' });
    responder.fail('GET /v1/tasks', { status: 500, code: 'internal_error' }, 3);
    const broken = await mount(path, { responder });
    await broken.find('.empty[role=alert]', 'Something went wrong');
    (await broken.find('.empty button', 'Try again')).click();
    await broken.find('.rows');
  });
});
