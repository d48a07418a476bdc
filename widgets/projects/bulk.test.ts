import { expect } from '@open-wc/testing';
import { type Mounted, mount, slug, until, useTestClock } from '../app/testing/mount.ts';
import { makeProject } from '../app/testing/project-routes.ts';
import { Responder } from '../app/testing/responder.ts';

type Options = ConstructorParameters<typeof Responder>[0];

async function show(query = '', options: Options = {}, projects?: Responder['projects']['all']) {
  const responder = new Responder(options);
  responder.projects.all = projects ?? [
    makeProject({ title: 'Draft one' }),
    makeProject({ title: 'Draft two' }),
    makeProject({ title: 'Booked', stageId: 'pstg_booked', memberIds: ['mem_jonas'] }),
    makeProject({ title: 'Shooting', stageId: 'pstg_shooting' }),
  ];
  const app = await mount(`/app/${slug}/projects?view=table&order=newest${query}`, { responder });
  await app.find('td a');
  await app.settled();
  const project = (title: string) => responder.projects.all.find((one) => one.title === title)!;
  const shown = () => app.all('td a').map((link) => link.textContent!.trim());
  const mark = async (...titles: string[]): Promise<void> => {
    for (const row of app.all('tr'))
      if (titles.includes(row.querySelector('a')?.textContent ?? '')) row.querySelector('input')!.click();
    await app.find('.bulk strong', `${titles.length} marked`);
  };
  return { app, responder, project, shown, mark };
}

const items = (app: Mounted) => app.all('[popover] button').filter((item) => item.matches(':popover-open *'));
const words = (element: Element) => element.textContent!.replace(/\s+/g, ' ').trim();
const open = async (app: Mounted, button: string): Promise<string[]> => {
  (await app.find('.bulk button', button)).click();
  await until(() => items(app).length > 0);
  return items(app).map(words);
};
const choose = (app: Mounted, item: string): void =>
  items(app)
    .find((one) => words(one).startsWith(item))!
    .click();
const undo = async (app: Mounted): Promise<void> => {
  (await app.find('.toast button', 'Undo')).click();
  await app.settled();
};

describe('what is done to several projects', () => {
  useTestClock();

  it('moves them freely within what they mean, and back', async () => {
    const both = ['One', 'Two'].map((title) => makeProject({ title, stageId: 'pstg_shooting' }));
    const { app, project, mark } = await show('', {}, both);
    await mark('One', 'Two');
    expect(await open(app, 'Move to')).to.deep.equal(['Editing', 'Delivered', 'Postpone', 'Cancel the job']);
    choose(app, 'Editing');
    await app.find('.toast', '2 projects moved to Editing');
    expect(project('One').stageId).to.equal('pstg_editing');
    await undo(app);
    expect([project('One').stageId, project('Two').stageId]).to.deep.equal(['pstg_shooting', 'pstg_shooting']);
  });

  it('offers what some of them may do with how many, and says before that a state is left for good', async () => {
    const { app, project, mark } = await show();
    await mark('Draft one', 'Draft two', 'Booked', 'Shooting');
    expect(await open(app, 'Move to')).to.deep.equal([
      'Booked2 of 4',
      'Shooting1 of 4',
      'Editing2 of 4',
      'Delivered1 of 4',
      'Postpone2 of 4',
      'Cancel the job',
    ]);
    choose(app, 'Booked');
    await app.find('h2', 'Move 2 projects to Booked?');
    (await app.find('[slot=footer]', 'Cancel')).click();
    await until(() => app.all('h2').every((heading) => !heading.textContent!.startsWith('Move 2')));
    expect(project('Draft one').status).to.equal('draft');
    await open(app, 'Move to');
    choose(app, 'Booked');
    (await app.find('.primary[slot=footer]', 'Move')).click();
    await app.find('.toast', '2 projects moved to Booked');
    expect(['Draft one', 'Draft two', 'Shooting'].map((title) => project(title).status)).to.deep.equal([
      'booked',
      'booked',
      'in_production',
    ]);
    expect(app.all('.toast button').map(words)).not.to.include('Undo');
  });

  it('cancels them for one reason, and takes them out of the archive and back', async () => {
    const { app, project, mark, shown } = await show();
    await mark('Draft one', 'Booked');
    await open(app, 'Move to');
    choose(app, 'Cancel the job');
    await app.find('h2', 'Why are 2 jobs cancelled?');
    await app.type('#word', 'The hall burnt down');
    (await app.find('.primary', 'Cancel the job')).click();
    await app.find('.toast', '2 projects cancelled');
    expect(project('Booked')).to.deep.include({ status: 'cancelled', cancelReason: 'The hall burnt down' });
    await mark('Draft two', 'Shooting');
    (await app.find('.bulk button', 'Archive')).click();
    await app.find('.toast', '2 projects archived');
    await until(() => shown().length === 2);
    await undo(app);
    await until(() => shown().length === 4);
    expect(project('Shooting').archivedAt).to.equal(null);
  });

  it('assigns a person to those they are not on, and takes just these back', async () => {
    const { app, project, mark, responder } = await show();
    await mark('Draft one', 'Booked', 'Shooting');
    const { version } = project('Draft one');
    responder.projects.replace({ ...project('Draft one'), description: 'Written elsewhere' });
    await open(app, 'Assign');
    choose(app, 'Jonas Weber');
    await app.find('.toast', 'Jonas Weber assigned to 2 projects');
    expect(project('Draft one')).to.deep.include({ memberIds: ['mem_jonas'], description: 'Written elsewhere' });
    expect(project('Draft one').version).to.be.greaterThan(version + 1);
    await undo(app);
    expect(['Draft one', 'Booked', 'Shooting'].map((title) => project(title).memberIds)).to.deep.equal([
      [],
      ['mem_jonas'],
      [],
    ]);
    await mark('Booked');
    await open(app, 'Assign');
    choose(app, 'Jonas Weber');
    await app.find('.toast', 'Jonas Weber taken off 1 project');
    expect(project('Booked').memberIds).to.deep.equal([]);
  });

  it('deletes and restores them, here and among the deleted', async () => {
    const { app, project, mark, shown } = await show();
    await mark('Draft one', 'Draft two');
    (await app.find('.bulk button', 'Delete')).click();
    await app.find('.toast', '2 projects deleted');
    expect(shown()).to.deep.equal(['Booked', 'Shooting']);
    await undo(app);
    await app.find('.toast', '2 projects restored');
    expect(shown()).to.deep.equal(['Draft one', 'Draft two', 'Booked', 'Shooting']);
    await mark('Draft one', 'Draft two');
    (await app.find('.bulk button', 'Delete')).click();
    await until(() => project('Draft two').deletedAt);
    (await app.find('.tabs a', 'Deleted')).click();
    await app.find('td a', 'Draft one');
    await mark('Draft one', 'Draft two');
    expect(app.all('.bulk .button').map(words)).to.deep.equal(['Restore', '']);
    (await app.find('.bulk button', 'Restore')).click();
    await until(() => !project('Draft one').deletedAt);
  });

  it('only moves them for who works on own jobs', async () => {
    const { app, mark } = await show('', { role: 'member', ownJobsOnly: true });
    await mark('Draft one', 'Booked');
    expect(app.all('.bulk .button').map(words)).to.deep.equal(['Move to', '']);
  });
});
