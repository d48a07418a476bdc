import { expect, waitUntil } from '@open-wc/testing';
import { deepActive, mount, slug, useTestClock } from '../app/testing/mount.ts';
import { Responder } from '../app/testing/responder.ts';
import { makeProject } from '../app/testing/work-fixtures.ts';

const studio = `/app/${slug}`;

async function sections(app: Awaited<ReturnType<typeof mount>>): Promise<Record<string, string[]>> {
  await app.find('.rows');
  return Object.fromEntries(
    app
      .all('.section')
      .map((section) => [
        section.querySelector('h2')!.textContent!,
        [...section.querySelectorAll('.name')].map((name) => name.textContent!.trim()),
      ]),
  );
}

describe('the start page', () => {
  useTestClock();

  it('shows tasks, enquiries and jobs that need somebody, the most urgent first', async () => {
    const app = await mount(studio, { work: 'day' });
    const shown = await sections(app);
    expect(Object.keys(shown)).to.deep.equal([
      'Tasks due',
      'Decide soon',
      'New enquiries',
      'Jobs',
      'Jobs without a date',
      'Your next tasks',
      'Gone quiet',
    ]);
    expect(shown['Tasks due']).to.deep.equal([
      'Send the contract',
      'Charge batteries',
      'Ask for the timeline',
      'Book the model',
    ]);
    expect(shown.Jobs).to.deep.equal(['Portraits for Ørsted', 'Wedding Ana & Tom', 'Winter campaign']);
    expect(shown['Jobs without a date']).to.deep.equal(['Baby album']);
    const leads = [...shown['Decide soon']!, ...shown['New enquiries']!, ...shown['Gone quiet']!];
    expect(shown['Decide soon']).to.deep.equal(['Hotel Bergblick', 'Marcel & Julie Fontaine-Desrochers']);
    expect(new Set(leads).size).to.equal(leads.length);
  });

  it('shows every day of a job that lies ahead, a job that began before too', async () => {
    const responder = new Responder({ leads: [], work: 'none' });
    const day = (label: string, date: string) => ({ label, date, startTime: null, place: null });
    const dates = [day('Civil ceremony', '2027-03-01'), day('Rehearsal', '2027-03-11'), day('Wedding', '2027-03-13')];
    responder.projects.all = [makeProject({ title: 'Ana & Tom', dates, mainDate: '2027-03-01' })];
    const app = await mount(studio, { responder });
    expect((await sections(app)).Jobs).to.deep.equal(['Ana & Tom', 'Ana & Tom']);
    expect(app.all('.section .detail').map((detail) => detail.textContent)).to.deep.equal(['Rehearsal', 'Wedding']);
    expect((await app.find('.figure', 'Jobs in 7 days')).textContent).to.contain('1');
  });

  it('asks for four lists and no more', async () => {
    const app = await mount(studio, { work: 'day' });
    await app.find('.rows');
    await app.settled();
    const asked = app.responder.seen.filter(({ path }) => /^\/v1\/(leads|tasks|projects|lead-|project-)/.test(path));
    expect(asked.map(({ path }) => path).sort()).to.deep.equal([
      '/v1/leads',
      '/v1/projects',
      '/v1/projects',
      '/v1/tasks',
    ]);
  });

  it('ticks a task off at once, and takes it back', async () => {
    const app = await mount(studio, { work: 'day' });
    const tick = await app.find('.tick[aria-label="Tick off: Send the contract"]');
    tick.click();
    await waitUntil(() => tick.getAttribute('aria-checked') === 'true');
    await app.find('.toast', 'Send the contract done');
    const [done] = app.responder.asked('PATCH /v1/tasks/');
    expect(done!.body).to.deep.equal({ done: true });
    expect(done!.headers.get('if-match')).to.equal('"1"');
    (await app.find('.toast button', 'Undo')).click();
    await waitUntil(() => app.responder.asked('PATCH /v1/tasks/').length === 2);
    const undo = app.responder.asked('PATCH /v1/tasks/')[1]!;
    expect(undo.body).to.deep.equal({ done: false });
    expect(undo.headers.get('if-match')).to.equal('"2"');
    await waitUntil(() => tick.getAttribute('aria-checked') === 'false');
  });

  it('goes on with the next task by keyboard when one is done and gone', async () => {
    const app = await mount(studio, { work: 'day' });
    const [first, second] = [await app.find('.tick'), app.all('.tick')[1]!];
    const next = second.getAttribute('aria-label');
    first.focus();
    first.click();
    await app.find('.toast', 'done');
    app.responder.stream.send('task.done', { id: app.responder.projects.tasks[1]!.id });
    await waitUntil(() => app.all('.tick')[0]!.getAttribute('aria-label') === next);
    await waitUntil(() => deepActive().getAttribute('aria-label') === next);
  });

  it('says that a task could not be ticked off, and shows it open again', async () => {
    const app = await mount(studio, { work: 'day' });
    const tick = await app.find('.tick');
    app.responder.fail('PATCH /v1/tasks/', { status: 412, code: 'version_stale' });
    tick.click();
    await app.find('.toast', 'Changed in the meantime');
    await waitUntil(() => app.all('.tick').every((each) => each.getAttribute('aria-checked') === 'false'));
  });

  it('moves an enquiry on once it is answered, and back', async () => {
    const app = await mount(studio, { work: 'day' });
    const { 'New enquiries': before } = await sections(app);
    const name = before![0]!;
    (await app.find(`[aria-label="Mark ${name} as answered"]`)).click();
    await app.find('.toast', `${name} moved to Contacted`);
    expect((await sections(app))['New enquiries']).to.deep.equal(before!.slice(1));
    (await app.find('.toast button', 'Undo')).click();
    await app.find(`[aria-label="Mark ${name} as answered"]`);
  });

  it('takes in what arrives while it is open', async () => {
    const app = await mount(studio, { work: 'day' });
    await app.find('.rows');
    app.responder.arrive({ name: 'Just Now' });
    await app.find('.name', 'Just Now');
  });

  it('never asks for enquiries where somebody sees their own jobs only', async () => {
    const app = await mount(studio, { role: 'member', ownJobsOnly: true, work: 'day' });
    const shown = await sections(app);
    expect(Object.keys(shown)).to.deep.equal(['Tasks due', 'Jobs', 'Jobs without a date', 'Your next tasks']);
    expect(app.responder.asked('GET /v1/leads')).to.deep.equal([]);
    expect(app.all('.rail .nav a').map((link) => link.getAttribute('title'))).not.to.include('Leads');
  });

  it('says that all is done, or how to begin where nothing ever was', async () => {
    const begun = new Responder({ work: 'none' });
    for (const lead of begun.leads) lead.status = 'won';
    const done = await mount(studio, { responder: begun });
    await done.find('.empty', 'All caught up');
    const fresh = await mount(studio, { leads: [], work: 'none' });
    await fresh.find('.empty', 'Put your enquiry form on your website');
    const own = await mount(studio, { leads: [], work: 'none', role: 'member', ownJobsOnly: true });
    await own.find('.empty', 'What you are put on appears here');
  });

  it('shows the first of a long list, and the rest when asked', async () => {
    const responder = new Responder({ leads: [], work: 'none' });
    responder.projects.all = Array.from({ length: 40 }, (_, index) =>
      makeProject({ title: `Job ${index}`, inDays: 1 }),
    );
    const app = await mount(studio, { responder });
    expect((await sections(app)).Jobs).to.have.length(6);
    (await app.find('.more', 'Show 34 more')).click();
    await waitUntil(() => app.all('.section .name').length === 40);
  });

  it('says what failed and tries again', async () => {
    const responder = new Responder({ work: 'day' });
    responder.fail('GET /v1/tasks', 'offline', 9);
    const app = await mount(studio, { responder });
    await app.find('.empty[role=alert]', 'No connection');
  });
});
