import { expect } from '@open-wc/testing';
import { makeLead, testNow } from '../app/testing/fixtures.ts';
import { matching, type PaletteItem } from './palette-items.ts';
import { daytime, sortLeads } from './today-lists.ts';

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
});
