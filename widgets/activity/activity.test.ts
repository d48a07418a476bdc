import { expect, waitUntil } from '@open-wc/testing';
import { type Mounted, mount, slug, useTestClock } from '../app/testing/mount.ts';
import { Responder } from '../app/testing/responder.ts';

const studio = `/app/${slug}`;
const choose = async (app: Mounted, name: string, value: string): Promise<void> => {
  const select = await app.find<HTMLSelectElement>(`select[name=${name}]`);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};
const told = (app: Mounted) => app.all('.did').map((text) => text.textContent!.trim());

describe('the activity of a studio', () => {
  useTestClock();

  it('tells who did what to which record, under days, the newest first', async () => {
    const app = await mount(`${studio}/activity`, { work: 'day' });
    await app.find('ol li');
    expect(app.all('section h2').map((day) => day.textContent)).to.deep.equal([
      'Today',
      'Yesterday',
      'Sunday, March 7, 2027',
      'Saturday, March 6, 2027',
      'Friday, March 5, 2027',
    ]);
    expect(told(app).slice(0, 3)).to.deep.equal([
      'Moved from Draft to Booked',
      'Changed Value, Tags, and Description',
      'Completed',
    ]);
    const [first] = app.all<HTMLAnchorElement>('.record a');
    expect(first!.textContent).to.equal('Wedding Ana & Tom');
    expect(first!.getAttribute('href')).to.equal(`${studio}/projects/${app.responder.projects.all[1]!.id}`);
    expect(app.all('.record').at(-1)!.textContent).to.contain('deleted for good');
    expect(app.all('.line del').map((old) => old.textContent)).to.include('€2,400');
  });

  it('is narrowed by person, kind and time, which its address holds', async () => {
    const app = await mount(`${studio}/activity`, { work: 'day' });
    await app.find('ol li');
    await choose(app, 'person', 'user_jonas');
    await waitUntil(() => told(app).length === 3);
    await choose(app, 'kind', 'projects');
    await waitUntil(() => told(app).length === 1);
    await choose(app, 'time', 'today');
    await waitUntil(() => app.responder.asked('GET /v1/changes').at(-1)!.query.has('from'));
    expect(app.navigator.here).to.equal(`${studio}/activity?person=user_jonas&kind=projects&time=today`);
    expect(app.responder.asked('GET /v1/changes').at(-1)!.query.get('from')).to.equal('2027-03-09T23:00:00.000Z');
    (await app.find('button', 'Clear filters')).click();
    await waitUntil(() => told(app).length === app.responder.changes.length);
  });

  it('offers the whole team to choose from, and who has left it but stands in the entries', async () => {
    const responder = new Responder({ work: 'day' });
    const [one] = responder.changes;
    responder.changes = [{ ...one!, actor: { kind: 'user', id: 'user_gone', name: 'Olga Petrova' } }];
    const app = await mount(`${studio}/activity`, { responder });
    await app.find('ol li');
    const people = () =>
      [...app.all<HTMLSelectElement>('select[name=person]')[0]!.options].map(({ label }) => label.trim());
    await waitUntil(() => people().includes('Sara Okonkwo'));
    expect(people()).to.deep.equal([
      'Everyone',
      'You',
      'Jonas Weber',
      'Maximiliane von Hohenfels-Brandenburg',
      'Olga Petrova',
      'Sara Okonkwo',
      'نادية حداد',
    ]);
  });

  it('opens from its address, and says when nothing fits', async () => {
    const app = await mount(`${studio}/activity?kind=notes&person=user_jonas`, { work: 'day' });
    await app.find('.empty', 'Nothing matches');
    expect((await app.find<HTMLSelectElement>('select[name=kind]')).value).to.equal('notes');
    const fresh = await mount(`${studio}/activity`, { leads: [], work: 'none' });
    await fresh.find('.empty', 'Nothing has happened yet');
  });

  it('shows more when asked, and keeps it when something happens', async () => {
    const responder = new Responder({ work: 'day' });
    const [one] = responder.changes;
    responder.changes = Array.from({ length: 120 }, (_, index) => ({ ...one!, id: `chg_${index}` }));
    const app = await mount(`${studio}/activity`, { responder });
    await app.find('ol li');
    (await app.find('.more')).click();
    await waitUntil(() => told(app).length === 100);
    responder.changes.unshift({ ...one!, id: 'chg_new', action: 'archived', fields: [] });
    responder.stream.send('project.archived', { id: one!.subject });
    await app.find('.did', 'Archived');
    expect(told(app).length).to.equal(101);
  });

  it('offers the kinds that somebody sees', async () => {
    const kinds = async (options: Parameters<typeof mount>[1]) => {
      const app = await mount(`${studio}/activity`, { work: 'day', ...options });
      return [...(await app.find<HTMLSelectElement>('select[name=kind]')).options].map(({ value }) => value);
    };
    expect(await kinds({ role: 'owner' })).to.include.members(['apiKeys', 'members', 'workspace']);
    expect(await kinds({ role: 'member' }))
      .to.include('leads')
      .and.not.to.include('apiKeys');
    expect(await kinds({ role: 'member', ownJobsOnly: true, work: 'day' })).to.deep.equal([
      '',
      'clients',
      'projects',
      'tasks',
      'notes',
    ]);
  });

  it('says what failed and tries again', async () => {
    const responder = new Responder({ work: 'day' });
    responder.fail('GET /v1/changes', { status: 403, code: 'forbidden' });
    const app = await mount(`${studio}/activity`, { responder });
    await app.find('.empty[role=alert]', 'Not open to you');
  });
});

describe('the history of a record', () => {
  useTestClock();

  it('opens over the sheet, without the record’s name in every line, and as a page of its own', async () => {
    const responder = new Responder({ work: 'day' });
    const [lead] = responder.leads;
    const app = await mount(`${studio}/leads/${lead!.id}`, { responder });
    (await app.find('[aria-label=History]')).click();
    await app.find('.did', 'Sent an enquiry');
    expect(app.responder.asked('GET /v1/changes').at(-1)!.query.get('subject')).to.equal(lead!.id);
    expect(app.all('.told .record')).to.deep.equal([]);
    expect(app.all('select[name=kind]')).to.deep.equal([]);
    const page = await app.find<HTMLAnchorElement>('a.button', 'Open as a page');
    expect(page.getAttribute('href')).to.equal(`${studio}/activity?record=${lead!.id}`);
    app.all<HTMLElement>('dialog[open] header button')[0]!.click();
    await waitUntil(() => app.all('alloza-app-record-history').length === 0);
    expect(app.all('alloza-lead-sheet')).to.have.length(1);
  });

  it('names its record once the entries are there, and leads back to it', async () => {
    const responder = new Responder({ work: 'day' });
    const [lead] = responder.leads;
    const app = await mount(`${studio}/activity?record=${lead!.id}`, { responder });
    await app.find('h1', `History of ${lead!.name}`);
    const back = await app.find<HTMLAnchorElement>('a.button', 'Back to the record');
    expect(back.getAttribute('href')).to.equal(`${studio}/leads/${lead!.id}`);
    (await app.find('a.button', 'Show all activity')).click();
    await app.find('h1', 'Activity');
    await waitUntil(() => told(app).length === responder.changes.length);
  });
});
