import { expect } from '@open-wc/testing';
import { mount, slug, until, useTestClock } from '../app/testing/mount.ts';
import { Responder } from '../app/testing/responder.ts';

async function show(title = 'Emil and Frida', responder = new Responder()) {
  const { id } = responder.projects.all.find((one) => one.title === title)!;
  const app = await mount(`/app/${slug}/projects/${id}`, { responder });
  await app.find('alloza-project-fields');
  await app.settled();
  const stored = () => responder.projects.find(id);
  const menu = async (item: string) => {
    (await app.find('.toolbar alloza-app-menu button')).click();
    (await app.find('[role=menuitem]', item)).click();
  };
  return { app, id, responder, stored, menu };
}

describe('the project sheet', () => {
  useTestClock();

  it('saves title, type, value and description where they stand', async () => {
    const { app, stored } = await show();
    await app.type('.title', 'Emil & Frida');
    await app.type('#projectType', 'Elopement');
    await app.type('#value', '3.900');
    await app.type('#description', 'Small, by the lake');
    await app.settled();
    expect(stored()).to.deep.include({
      title: 'Emil & Frida',
      projectType: 'Elopement',
      value: { amount: 390_000, currency: 'EUR' },
      description: 'Small, by the lake',
    });
  });

  it('keeps money to itself where the person sees none', async () => {
    const responder = new Responder({ role: 'member' });
    responder.projects.all = responder.projects.all.map((one) => ({ ...one, value: null }));
    const { app } = await show('Emil and Frida', responder);
    expect(app.all('#value')).to.deep.equal([]);
    expect(app.all('.card').some((card) => card.textContent?.includes('€'))).to.equal(false);
  });

  it('adds and edits dates with time and place', async () => {
    const { app, stored } = await show();
    (await app.find('button', 'Add a date')).click();
    await app.type('#label', 'Engagement');
    (await app.find('form .primary', 'Save')).click();
    await app.find('#date-hint', 'Fill this in.');
    await app.type('#date', '2027-05-01');
    await app.type('#startTime', '16:30');
    (await app.find('form .primary', 'Save')).click();
    await app.find('.entry', /Engagement.*Saturday, May 1, 2027.*16:30/s);
    expect(stored().dates[1]).to.deep.equal({
      label: 'Engagement',
      date: '2027-05-01',
      startTime: '16:30',
      place: null,
    });
  });

  it('adds and removes clients and members', async () => {
    const { app, stored } = await show();
    const search = await app.find<HTMLInputElement>('[role=combobox]');
    search.focus();
    search.value = 'oak';
    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await app.find('[role=option]', 'Oak Interiors');
    app.press('Enter');
    await app.settled();
    expect(stored().clients.map(({ displayName }) => displayName)).to.deep.equal(['Ana & Luis Ruiz', 'Oak Interiors']);
    (await app.find('[aria-label="Remove Ana & Luis Ruiz"]')).click();
    await app.settled();
    expect(stored().clients.length).to.equal(1);
    (await app.find('alloza-app-menu button', 'Assign')).click();
    (await app.find('[role=menuitemradio], [role=menuitemcheckbox]', 'Jonas Weber')).click();
    await app.settled();
    expect(stored().memberIds).to.deep.equal(['mem_lena', 'mem_jonas']);
  });

  it('ticks tasks off, writes them relative to the job, assigns, edits and removes them', async () => {
    const { app, responder } = await show();
    const tasks = () => responder.projects.tasks;
    await app.find('.late', 'Overdue since');
    (await app.find('li input[type=checkbox]')).click();
    await until(() => tasks()[0]!.doneAt !== null);
    (await app.find('button', 'Add a task')).click();
    await app.type('#task-title', 'Call the venue');
    await app.type('#task-when', 'before');
    await app.type('#task-days', '5');
    await app.type('#task-who', 'mem_jonas');
    (await app.find('form .primary', 'Add a task')).click();
    await app.find('li', /Call the venue.*Mar 17, 2027.*Jonas Weber/s);
    expect(tasks()[1]).to.deep.include({ dueRule: { from: 'mainDate', days: -5 }, assigneeId: 'mem_jonas' });
    (await app.find('form button', 'Cancel')).click();
    (await app.find('[aria-label="Edit Call the venue"]')).click();
    await app.type('#task-when', 'day');
    await app.type('#task-day', '2027-03-12');
    (await app.find('form .primary', 'Save')).click();
    await until(() => tasks()[1]!.dueOn === '2027-03-12');
    (await app.find('[aria-label="Remove Call the venue"]')).click();
    await app.settled();
    expect(app.all('li').some((one) => one.textContent?.includes('Call the venue'))).to.equal(false);
    (await app.find('.toast button', 'Undo')).click();
    await app.find('li', 'Call the venue');
    expect(tasks().length).to.equal(2);
  });

  it('starts from a template', async () => {
    const { app, responder } = await show();
    (await app.find('button', 'Use a template')).click();
    (await app.find('[role=menuitem]', 'Wedding')).click();
    await app.find('.toast', '2 tasks added');
    await app.find('li', 'Deliver the gallery');
    expect(responder.projects.tasks.length).to.equal(3);
  });

  it('saves a task beside a change of it by somebody else, and never over the same change', async () => {
    const { app, responder } = await show();
    const tasks = () => responder.projects.tasks;
    responder.projects.tasks = [{ ...tasks()[0]!, title: 'Send both questionnaires', version: 2 }];
    (await app.find('li input[type=checkbox]')).click();
    await until(() => tasks()[0]!.doneAt !== null);
    await app.find('li', 'Send both questionnaires');
    responder.projects.tasks = [{ ...tasks()[0]!, title: 'Send three', version: 9 }];
    (await app.find('[aria-label="Edit Send both questionnaires"]')).click();
    await app.type('#task-title', 'Send none');
    (await app.find('form .primary', 'Save')).click();
    await app.find('.toast', 'was changed elsewhere');
    expect((await app.find<HTMLInputElement>('#task-title')).value, 'what was typed stays').to.equal('Send none');
    expect(tasks()[0]!.title).to.equal('Send three');
  });

  it('leaves what somebody changes of a task while its form is open', async () => {
    const { app, id, responder } = await show();
    const tasks = () => responder.projects.tasks;
    const { id: taskId, title } = tasks()[0]!;
    (await app.find(`[aria-label="Edit ${title}"]`)).click();
    await app.type('#task-who', 'mem_jonas');
    responder.projects.tasks = [{ ...tasks()[0]!, title: 'Send three', version: 9 }];
    responder.stream.send('task.updated', { id: taskId, projectId: id, version: 9 });
    await app.settled();
    (await app.find('form .primary', 'Save')).click();
    await until(() => tasks()[0]!.assigneeId === 'mem_jonas');
    expect(tasks()[0]!.title).to.equal('Send three');
  });

  it('goes on to the next stage by one button, is postponed and taken up again', async () => {
    const { app, stored, menu } = await show();
    await menu('Postpone');
    await app.find('.pill', 'Postponed');
    (await app.find('button', 'Take up again: Booked')).click();
    await until(() => stored().status === 'booked');
    (await app.find('.stage-row .primary', 'Shooting')).click();
    await until(() => stored().stageId === 'pstg_shooting');
  });

  it('is cancelled with a reason that stays', async () => {
    const { app, stored, menu } = await show('Book jacket');
    await menu('Cancel the job');
    await app.type('#word', 'The book is late');
    (await app.find('.primary', 'Cancel the job')).click();
    await app.find('.head', 'The book is late');
    expect(stored().status).to.equal('cancelled');
  });

  it('is archived, deleted and brought back', async () => {
    const { app, stored, menu } = await show('Menu and team');
    await menu('Archive');
    await app.find('.notice', 'This project is archived.');
    (await app.find('.notice button', 'Take out of the archive')).click();
    await until(() => stored().archivedAt === null);
    await menu('Delete');
    await until(() => stored().deletedAt !== null);
    (await app.find('.toast', 'Menu and team deleted')).querySelector('button')!.click();
    await until(() => stored().deletedAt === null);
  });

  it('asks whose words stay when both changed the same field', async () => {
    const { app, responder, stored, id } = await show();
    responder.projects.replace({ ...responder.projects.find(id), projectType: 'Portrait' });
    await app.type('#projectType', 'Elopement');
    await app.find('.conflict', /Saved: Portrait.*Yours: Elopement/s);
    (await app.find('.conflict button', 'Keep the saved one')).click();
    await app.settled();
    expect(stored().projectType).to.equal('Portrait');
  });

  it('mentions people of the team in a note', async () => {
    const { app, responder } = await show();
    const area = await app.find<HTMLTextAreaElement>('#note');
    area.focus();
    area.value = 'Please call them @jo';
    area.setSelectionRange(20, 20);
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await app.find('[role=option]', 'Jonas Weber');
    app.press('Enter');
    await app.settled();
    expect(area.value).to.equal('Please call them @Jonas Weber ');
    (await app.find('button', 'Add note')).click();
    await app.find('.note .body strong', '@Jonas Weber');
    expect(responder.notes[0]!.mentions).to.deep.equal(['mem_jonas']);
  });
});
