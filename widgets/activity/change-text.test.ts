import { expect } from '@open-wc/testing';
import { makeId } from '../app/testing/work-fixtures.ts';
import { actorText, type Change, namelessText, nounText, viewChange } from './change-text.ts';
import { changeOf, valueText } from './change-value.ts';
import { beginOf, bundles, byDay } from './days.ts';
import { activityTexts, type TranslateActivity } from './texts.ts';

const t: TranslateActivity = (key, values) => activityTexts.text('en', 'en', key, values);
const reading = { t, locale: 'en-GB', timeZone: 'Europe/Berlin', names: {} };
const change = (given: Partial<Change>): Change => ({
  id: makeId('chg'),
  subject: makeId('proj'),
  record: null,
  action: 'updated',
  actor: { kind: 'user', id: 'user_lena', name: 'Lena' },
  at: '2027-03-10T10:00:00Z',
  reason: null,
  fields: [],
  names: {},
  ...given,
});
const view = (given: Partial<Change>) => viewChange(change(given), reading);

describe('a change in words', () => {
  it('names the stages of a move and says nothing twice', () => {
    const [from, to] = [makeId('pstage'), makeId('pstage')];
    const moved = view({
      action: 'moved',
      fields: [
        { field: 'stageId', before: from, after: to },
        { field: 'status', before: 'draft', after: 'booked' },
      ],
      names: { [from]: 'Draft', [to]: 'Booked' },
    });
    expect(moved.text).to.equal('Moved from Draft to Booked');
    expect(moved.lines).to.deep.equal([]);
  });

  it('tells of invitations, to whom while they are open', () => {
    const subject = makeId('inv');
    const role = (before: string | null, after: string | null) => [{ field: 'role', before, after }];
    const invited = view({ subject, action: 'created', fields: role(null, 'manager') });
    expect([invited.text, invited.lines[0]]).to.deep.equal([
      'Invited someone to the team',
      { label: 'Role', before: 'Empty', after: 'Manager' },
    ]);
    expect(view({ subject, action: 'revoked', fields: role('member', null) }).text).to.equal('Withdrew an invitation');
    expect(nounText(subject, t)).to.equal('Invitation');
    expect(namelessText(subject, t)).to.equal('no longer open');
  });

  it('lists what was changed, each field before and after', () => {
    const member = makeId('mem');
    const told = view({
      fields: [
        { field: 'value', before: null, after: { amount: 285_050, currency: 'EUR' } },
        { field: 'assigneeId', before: member, after: null },
        { field: 'dueOn', before: '2027-03-10', after: '2027-03-12' },
        { field: 'shootStyle', before: 'x', after: 'y' },
      ],
      names: { [member]: 'Jonas' },
    });
    expect(told.text).to.equal('Changed Value, Assigned to, Due and Shoot style');
    expect(told.lines).to.deep.equal([
      { label: 'Value', before: 'Empty', after: '€2,850.50' },
      { label: 'Assigned to', before: 'Jonas', after: 'Empty' },
      { label: 'Due', before: '10 Mar 2027', after: '12 Mar 2027' },
      { label: 'Shoot style', before: 'x', after: 'y' },
    ]);
  });

  it('tells of a value with parts only those that changed', () => {
    const given = { given: true, at: '2027-03-10T10:00:00Z', by: 'staff', textVersion: null };
    const told = view({
      subject: makeId('cli'),
      fields: [
        { field: 'consents', before: { email: null, sms: null }, after: { email: given, sms: null } },
        {
          field: 'brand',
          before: { accent: '#0f6b5c', radius: 8, logoFileId: null },
          after: { accent: '#123456', radius: 8, logoFileId: makeId('file') },
        },
      ],
    });
    expect(told.lines).to.deep.equal([
      { label: 'Consent · E-mail', before: 'Empty', after: 'Yes' },
      { label: 'Brand · Accent colour', before: '#0f6b5c', after: '#123456' },
      { label: 'Brand · Logo', before: 'Empty', after: 'a file' },
    ]);
  });

  it('says why something was lost or cancelled', () => {
    expect(
      view({ action: 'cancelled', reason: 'Rain', fields: [{ field: 'status', before: 'booked', after: 'cancelled' }] })
        .lines,
    ).to.deep.equal([{ label: 'Reason', before: '', after: 'Rain' }]);
    const lost = view({
      subject: makeId('lead'),
      action: 'lost',
      reason: 'Price',
      fields: [{ field: 'lostReason', before: null, after: 'Price' }],
    });
    expect(lost.lines).to.deep.equal([{ label: 'Reason', before: 'Empty', after: 'Price' }]);
  });

  it('has words for who did what without a name, and for what it does not know', () => {
    const visitor: Change['actor'] = { kind: 'visitor', id: null, name: null };
    expect(actorText(visitor, t)).to.equal('A visitor');
    expect(view({ subject: makeId('lead'), action: 'created', actor: visitor }).text).to.equal('Sent an enquiry');
    expect(view({ subject: makeId('note'), action: 'created' }).text).to.equal('Wrote a note');
    expect(view({ action: 'reticulated' }).text).to.equal('Changed');
    expect(nounText(makeId('task'), t)).to.equal('Task');
    expect(nounText('what_else', t)).to.equal('');
  });

  it('tells of a list only what came and what went', () => {
    const of = (before: unknown, after: unknown) => changeOf(before, after, reading, 'tags');
    expect(of(['a', 'b'], ['b', 'c', 'd'])).to.deep.equal({ before: 'a', after: 'c, d' });
    expect(of(['a'], ['a', 'b'])).to.deep.equal({ before: '', after: 'b' });
    expect(of(['a', 'b'], ['b', 'a'])).to.deep.equal({ before: 'a, b', after: 'b, a' });
    expect(of([], ['a'])).to.deep.equal({ before: '', after: 'a' });
  });

  it('reads every kind of value', () => {
    const text = (value: unknown, field = '') => valueText(value, reading, field);
    expect(text(null)).to.equal('Empty');
    expect(text(false)).to.equal('No');
    expect(text(60, 'confidence')).to.equal('60%');
    expect(text('in_production')).to.equal('In production');
    expect(text(makeId('cli'))).to.equal('no longer there');
    expect(text({ min: 150_000, max: null, currency: 'EUR' })).to.equal('from €1,500');
    expect(text({ label: 'Wedding', date: '2027-06-12', startTime: '14:00', place: null })).to.equal(
      'Wedding · 12 Jun 2027 · 14:00',
    );
    expect(text('2027-03-10T10:00:00Z')).to.contain('10 March 2027').and.to.contain('11:00');
    expect(text({ accent: null })).to.equal('Empty');
    expect(text(['Ana', 'דנה'])).to.equal('Ana, \u2068דנה\u2069');
  });
});

describe('days', () => {
  it('hold what happened on them in the studio’s zone', () => {
    const at = ['2027-03-10T23:30:00Z', '2027-03-10T22:30:00Z', '2027-03-10T08:00:00Z'].map((instant) => ({
      at: instant,
    }));
    expect(byDay(at, 'Europe/Berlin').map(({ date, entries }) => [date, entries.length])).to.deep.equal([
      ['2027-03-11', 1],
      ['2027-03-10', 2],
    ]);
  });

  it('put what was done alike in one go into one entry', () => {
    const at = (minutes: number) => new Date(Date.parse('2027-03-10T10:00:00Z') - minutes * 60_000).toISOString();
    const made = (minutes: number, given: Partial<Change> = {}) =>
      change({ subject: makeId('cli'), action: 'created', at: at(minutes), ...given });
    const jonas: Change['actor'] = { kind: 'user', id: 'user_jonas', name: 'Jonas' };
    const entries = [
      ...[made(0), made(4), made(12)],
      ...[made(30), made(31, { actor: jonas })],
      ...[made(32, { actor: jonas, subject: makeId('task') })],
      ...[made(33, { action: 'updated', fields: [{ field: 'tags', before: [], after: ['a'] }] })],
    ];
    expect(bundles(entries).map((bundle) => bundle.length)).to.deep.equal([3, 1, 1, 1, 1]);
    expect(bundles(entries).flat()).to.deep.equal(entries);
  });

  it('begin at the studio’s midnight, also where clocks change on that day', () => {
    const begin = (now: string, zone: string) => beginOf('today', Date.parse(now), zone);
    expect(begin('2027-03-10T10:00:00Z', 'Europe/Berlin')).to.equal('2027-03-09T23:00:00.000Z');
    expect(begin('2027-03-28T20:00:00Z', 'Europe/Berlin')).to.equal('2027-03-27T23:00:00.000Z');
    expect(begin('2027-10-31T20:00:00Z', 'Europe/Berlin')).to.equal('2027-10-30T22:00:00.000Z');
    expect(begin('2027-03-10T02:00:00Z', 'America/Los_Angeles')).to.equal('2027-03-09T08:00:00.000Z');
    expect(begin('2027-03-10T20:00:00Z', 'Asia/Tokyo')).to.equal('2027-03-10T15:00:00.000Z');
    expect(beginOf('week', Date.parse('2027-03-10T10:00:00Z'), 'UTC')).to.equal('2027-03-03T10:00:00.000Z');
  });
});
