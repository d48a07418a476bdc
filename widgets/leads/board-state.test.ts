import { expect } from '@open-wc/testing';
import {
  addPage,
  dropRecord,
  type Lists,
  noLists,
  positionIn,
  putRecord,
  setList,
  tableKey,
} from '../app/record/lists.ts';
import { makeLead, stages } from '../app/testing/fixtures.ts';
import { comesBefore, type Lead, listOf, recount, type View } from './board-state.ts';
import { moved, reverse } from './lead-actions.ts';
import { readView, writeView } from './view.ts';

const view: View = {
  layout: 'board',
  status: 'open',
  q: '',
  formId: '',
  projectType: '',
  importId: '',
  order: 'newest',
};
const at = (hour: number) => `2027-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`;
const leads = [
  makeLead({ name: 'A', createdAt: at(9) }),
  makeLead({ name: 'B', createdAt: at(7) }),
  makeLead({ name: 'C', createdAt: at(5) }),
];
const [newStage, contacted] = stages;

const names = (board: Lists<Lead>, key: string) => board.lists.get(key)?.ids.map((id) => board.records.get(id)!.name);

const before = (one: Lead, other: Lead) => comesBefore(one, other, view);

function start(next: string | null = null): Lists<Lead> {
  const first = addPage(noLists, newStage!.id, { items: leads, next }, before);
  return addPage(first, contacted!.id, { items: [], next: null }, before);
}

const putLead = (board: Lists<Lead>, lead: Lead, shown: View) =>
  putRecord(board, lead, listOf(lead, shown), (one, other) => comesBefore(one, other, shown));

describe('the board’s state', () => {
  it('puts a new lead by its time', () => {
    const board = putLead(start(), makeLead({ name: 'N', createdAt: at(6) }), view);
    expect(names(board, newStage!.id)).to.deep.equal(['A', 'B', 'N', 'C']);
  });

  it('puts a lead that was there before its list by its time, or leaves it to its page', () => {
    const loading = setList<Lead>(noLists, newStage!.id, { ids: [], next: null, state: 'loading' });
    const early = putLead(loading, makeLead({ name: 'N', createdAt: at(6) }), view);
    const whole = addPage(early, newStage!.id, { items: leads, next: null }, before);
    expect(names(whole, newStage!.id)).to.deep.equal(['A', 'B', 'N', 'C']);
    const part = addPage(early, newStage!.id, { items: leads.slice(0, 2), next: 'more' }, before);
    expect(names(part, newStage!.id)).to.deep.equal(['A', 'B']);
    const known = addPage(putLead(loading, leads[2]!, view), newStage!.id, { items: leads, next: null }, before);
    expect(names(known, newStage!.id)).to.deep.equal(['A', 'B', 'C']);
  });

  it('moves a lead between lists and keeps it once', () => {
    const board = putLead(start(), { ...leads[1]!, stageId: contacted!.id }, view);
    expect(names(board, newStage!.id)).to.deep.equal(['A', 'C']);
    expect(names(board, contacted!.id)).to.deep.equal(['B']);
    expect(names(putLead(board, leads[1]!, view), newStage!.id)).to.deep.equal(['A', 'B', 'C']);
  });

  it('leaves a lead that belongs behind the last loaded one to its page', () => {
    const late = makeLead({ name: 'N', createdAt: at(1) });
    expect(names(putLead(start('cursor'), late, view), newStage!.id)).to.deep.equal(['A', 'B', 'C']);
    expect(names(putLead(start(), late, view), newStage!.id)).to.deep.equal(['A', 'B', 'C', 'N']);
  });

  it('takes away what is closed, deleted or filtered out', () => {
    for (const change of [{ status: 'won' as const }, { deletedAt: at(10) }]) {
      expect(names(putLead(start(), { ...leads[0]!, ...change }, view), newStage!.id)).to.deep.equal(['B', 'C']);
    }
    expect(listOf(leads[0]!, { ...view, projectType: 'Portrait' })).to.equal(undefined);
    expect(listOf(leads[0]!, { ...view, layout: 'table' })).to.equal(tableKey);
    expect(names(dropRecord(start(), leads[0]!.id), newStage!.id)).to.deep.equal(['B', 'C']);
  });

  it('guesses what a search would find, whatever the case and the accents', () => {
    const lead = makeLead({ name: 'Zoë Müller', place: 'Köln' });
    expect(listOf(lead, { ...view, q: 'zoe koln' })).to.equal(newStage!.id);
    expect(listOf(lead, { ...view, q: 'zoe berlin' })).to.equal(undefined);
  });

  it('orders the other way round for the oldest first', () => {
    const list = { ids: ['x'], next: null, state: 'ready' as const };
    const known = new Map([['x', makeLead({ id: 'x', createdAt: at(5) })]]);
    const lead = makeLead({ createdAt: at(9) });
    const order = (name: View['order']) => (one: Lead, other: Lead) =>
      comesBefore(one, other, { ...view, order: name });
    expect(positionIn(list, lead, known, order('newest'))).to.equal(0);
    expect(positionIn(list, lead, known, order('oldest'))).to.equal(1);
  });

  it('counts a move out of one place and into another', () => {
    const counts = {
      stages: stages.map(({ id }) => ({ stageId: id, count: 2 })),
      open: 8,
      won: 1,
      lost: 0,
      spam: 0,
      newThisWeek: 3,
    };
    const after = recount(counts, leads[0]!, { ...leads[0]!, status: 'won' });
    expect([after.open, after.won, after.stages[0]!.count]).to.deep.equal([7, 2, 1]);
    expect(recount(after, { ...leads[0]!, status: 'won' }, leads[0]!)).to.deep.equal(counts);
  });
});

describe('a move and its way back', () => {
  it('returns to the same place', () => {
    const lost = makeLead({ status: 'lost', lostReason: 'Budget' });
    expect(reverse(lost)).to.deep.equal({ status: 'lost', lostReason: 'Budget' });
    const lead = makeLead();
    const after = moved(lead, { status: 'open', stageId: contacted!.id });
    expect(moved(after, reverse(lead)).stageId).to.equal(lead.stageId);
    expect(moved(lost, { status: 'open' })).to.deep.include({
      status: 'open',
      lostReason: null,
      stageId: lost.stageId,
    });
  });
});

describe('the view in the address', () => {
  it('survives a round trip and leaves defaults out', () => {
    expect(writeView(view)).to.deep.equal({
      view: undefined,
      status: undefined,
      q: undefined,
      form: undefined,
      type: undefined,
      import: undefined,
      order: undefined,
    });
    const other: View = {
      layout: 'table',
      status: 'lost',
      q: 'ana',
      formId: 'f',
      projectType: 'Wedding',
      importId: 'imp_1',
      order: 'oldest',
    };
    expect(readView(new URLSearchParams(writeView(other) as Record<string, string>))).to.deep.equal(other);
    expect(readView(new URLSearchParams('status=zzz&view=zzz'))).to.deep.equal(view);
  });
});
