import { expect } from '@open-wc/testing';
import { makeLead, testNow } from '../app/testing/fixtures.ts';
import { makeProject, makeTask } from '../app/testing/work-fixtures.ts';
import { matching, type PaletteItem, sections } from './palette-items.ts';
import { daytime, groupTasks, sortJobs, sortLeads, sortTasks, withoutDate } from './today-lists.ts';

describe('the start page’s lists', () => {
  it('name each lead once, under what is most urgent', () => {
    const due = makeLead({ decideBy: '2027-03-12', stale: true });
    const over = makeLead({ decideBy: '2027-03-08' });
    const later = makeLead({ decideBy: '2027-05-01' });
    const quiet = makeLead({ stale: true, stageId: 'stage_contacted' });
    const answered = makeLead({ stageId: 'stage_contacted' });
    const today = sortLeads([due, over, later, quiet, answered], testNow, 'Europe/Berlin');
    expect(today.deciding.map(({ lead }) => lead)).to.deep.equal([over, due]);
    expect(today.fresh).to.deep.equal([later]);
    expect(today.stale).to.deep.equal([quiet]);
  });

  it('put one’s own tasks first, then nobody’s, then others’, the longest overdue first', () => {
    const job = makeProject();
    const task = (title: string, inDays: number, assigneeId: string | null = null) =>
      makeTask(job, { title, inDays, assigneeId });
    const tasks = [
      task('theirs', -9, 'mem_other'),
      task('nobody’s', -3),
      task('mine today', 0, 'mem_me'),
      task('mine late', -2, 'mem_me'),
      task('theirs later', 3, 'mem_other'),
      task('mine later', 4, 'mem_me'),
      task('nobody’s later', 1),
    ];
    const { due, next } = sortTasks([...tasks, makeTask(job)], 'mem_me', testNow, 'Europe/Berlin');
    const titles = (days: typeof due) => days.map((each) => each.task.title);
    expect(titles(due)).to.deep.equal(['mine late', 'mine today', 'nobody’s', 'theirs']);
    expect(due[0]!.days).to.equal(-2);
    expect(titles(next)).to.deep.equal(['nobody’s later', 'mine later']);
  });

  it('show the jobs that happen by their day, and of those without one the ones that go on', () => {
    const later = makeProject({ inDays: 4 });
    const today = makeProject({ inDays: 0 });
    const off = makeProject({ inDays: 1, status: 'cancelled' });
    const jobs = sortJobs([later, off, today], testNow, 'Europe/Berlin');
    expect(jobs.map(({ project, days }) => [project, days])).to.deep.equal([
      [today, 0],
      [later, 4],
    ]);
    expect(jobs[0]!.date.date).to.equal(today.mainDate);
    const day = (date: string, startTime: string | null = null) => ({ label: 'Day', date, startTime, place: null });
    const dates = [day('2027-02-01'), day('2027-03-12', '16:00'), day('2027-03-12', '09:00'), day('2027-08-01')];
    const long = makeProject({ dates, mainDate: '2027-02-01' });
    expect(sortJobs([long], testNow, 'Europe/Berlin').map(({ days, date }) => [days, date.startTime])).to.deep.equal([
      [2, '09:00'],
      [2, '16:00'],
    ]);
    const open = makeProject({ status: 'draft' });
    expect(withoutDate([open, makeProject({ status: 'closed' }), later])).to.deep.equal([open]);
  });

  it('put open tasks under when they are due, and leave out what would be empty', () => {
    const job = makeProject();
    const [late, today, soon, whenever] = [-3, 0, 40, undefined].map((inDays) =>
      makeTask(job, inDays === undefined ? {} : { inDays }),
    );
    const grouped = (tasks: (typeof late)[]) =>
      groupTasks(tasks as NonNullable<typeof late>[], testNow, 'Europe/Berlin').map(({ name, tasks: own }) => [
        name,
        own.map(({ task }) => task),
      ]);
    expect(grouped([late, today, soon, whenever])).to.deep.equal([
      ['overdue', [late]],
      ['today', [today]],
      ['later', [soon]],
      ['undated', [whenever]],
    ]);
    expect(grouped([whenever])).to.deep.equal([['undated', [whenever]]]);
  });

  it('greet by the hour of the studio’s zone', () => {
    expect(daytime(Date.parse('2027-03-10T10:00:00Z'), 'Europe/Berlin')).to.equal('morning');
    expect(daytime(Date.parse('2027-03-10T10:00:00Z'), 'Asia/Tokyo')).to.equal('evening');
    expect(daytime(Date.parse('2027-03-10T13:00:00Z'), 'Europe/Berlin')).to.equal('afternoon');
  });
});

describe('the palette', () => {
  const item = (label: string, hint?: string): PaletteItem => ({
    id: label,
    group: 'pages',
    label,
    hint,
    icon: 'house',
    run: () => {},
  });
  const items = [item('Leads'), item('API keys', 'Settings'), item('Your account', 'Settings'), item('Pläne')];

  it('finds words by their beginnings, in any order, without accents', () => {
    const found = (typed: string) => matching(items, typed).map(({ label }) => label);
    expect(found('le')).to.deep.equal(['Leads']);
    expect(found('set keys')).to.deep.equal(['API keys']);
    expect(found('plane')).to.deep.equal(['Pläne']);
    expect(found('zzz')).to.deep.equal([]);
    expect(found(' ').length).to.equal(4);
  });

  it('puts what fits best first, in its group and with its group', () => {
    const of = (group: PaletteItem['group'], ...labels: string[]) => labels.map((label) => ({ ...item(label), group }));
    const all = [...of('leads', 'Diana Berg', 'Ana Weber'), ...of('clients', 'Mariana'), ...of('projects', 'Ana')];
    const order = (typed: string) =>
      sections(all, typed).map(({ group, items: own }) => [group, own.map(({ label }) => label)]);
    expect(order('ana')).to.deep.equal([
      ['projects', ['Ana']],
      ['leads', ['Ana Weber', 'Diana Berg']],
      ['clients', ['Mariana']],
    ]);
    expect(order('')).to.deep.equal([
      ['leads', ['Diana Berg', 'Ana Weber']],
      ['clients', ['Mariana']],
      ['projects', ['Ana']],
    ]);
  });
});
