import { expect } from '@open-wc/testing';
import {
  daysUntil,
  formatAge,
  formatBudget,
  formatDate,
  formatMoney,
  formatWhen,
  initials,
  moneyToText,
  textToMoney,
} from './format.ts';

const now = Date.parse('2027-03-10T10:00:00Z');
const words = { from: (amount: string) => `from ${amount}`, upTo: (amount: string) => `up to ${amount}` };

describe('formatting', () => {
  it('tells times of the last week relatively, older ones as dates', () => {
    expect(formatWhen('2027-03-10T09:59:40Z', now, 'en')).to.equal('now');
    expect(formatWhen('2027-03-10T07:00:00Z', now, 'en')).to.equal('3 hours ago');
    expect(formatWhen('2027-03-09T09:00:00Z', now, 'en')).to.equal('yesterday');
    expect(formatWhen('2027-02-26T09:00:00Z', now, 'en', 'UTC')).to.equal('Feb 26');
    expect(formatWhen('2026-02-26T09:00:00Z', now, 'en', 'UTC')).to.equal('Feb 26, 2026');
    expect(formatWhen('2027-03-10T07:00:00Z', now, 'de')).to.equal('vor 3 Stunden');
  });

  it('writes ages as short as the language allows', () => {
    expect(formatAge('2027-03-10T09:55:00Z', now, 'en')).to.equal('5m');
    expect(formatAge('2027-03-07T09:55:00Z', now, 'en')).to.equal('3d');
    expect(formatAge('2027-03-11T09:55:00Z', now, 'en')).to.equal('0m');
  });

  it('keeps a calendar date on its day in every zone', () => {
    expect(formatDate('2027-06-12', 'en')).to.equal('Jun 12, 2027');
    expect(daysUntil('2027-03-11', now, 'Pacific/Auckland')).to.equal(1);
    expect(daysUntil('2027-03-11', Date.parse('2027-03-10T12:00:00Z'), 'Pacific/Auckland')).to.equal(0);
    expect(daysUntil('2027-03-08', now, 'Europe/Berlin')).to.equal(-2);
  });

  it('writes money of currencies with and without decimals', () => {
    expect(formatMoney(125000, 'EUR', 'en')).to.equal('€1,250');
    expect(formatMoney(125050, 'EUR', 'en')).to.equal('€1,250.50');
    expect(formatMoney(1250, 'JPY', 'en')).to.equal('¥1,250');
    expect(formatBudget({ min: 250000, max: 350000, currency: 'EUR' }, 'en', words)).to.equal('€2,500 – €3,500');
    expect(formatBudget({ min: 250000, max: null, currency: 'EUR' }, 'en', words)).to.equal('from €2,500');
    expect(formatBudget({ min: null, max: 120000, currency: 'EUR' }, 'en', words)).to.equal('up to €1,200');
    expect(formatBudget({ min: null, max: null, currency: 'EUR' }, 'en', words)).to.equal(undefined);
    expect(formatBudget({ min: 45000, max: 45000, currency: 'EUR' }, 'en', words)).to.equal('€450');
  });

  it('reads amounts as people write them', () => {
    const cases: [string, string, number | null | undefined][] = [
      ['1250', 'EUR', 125000],
      ['1.250', 'EUR', 125000],
      ['1,250.50', 'EUR', 125050],
      ['1.250,5', 'EUR', 125050],
      ['1 250,50', 'EUR', 125050],
      ['1250', 'JPY', 1250],
      ['1.250', 'KWD', 1250],
      ['12.5', 'KWD', 12500],
      ['', 'EUR', null],
      ['a lot', 'EUR', undefined],
      ['12.345', 'JPY', 12345],
      ['1.5', 'JPY', undefined],
      ['-5', 'EUR', undefined],
      ['99999999999999999', 'EUR', undefined],
    ];
    for (const [text, currency, amount] of cases)
      expect(textToMoney(text, currency), `${text} ${currency}`).to.equal(amount);
  });

  it('writes an amount so that it is read back', () => {
    for (const amount of [0, 5, 125000, 125050])
      expect(textToMoney(moneyToText(amount, 'EUR'), 'EUR')).to.equal(amount);
    for (const amount of [0, 1250, 1255, 12500])
      expect(textToMoney(moneyToText(amount, 'KWD'), 'KWD')).to.equal(amount);
  });

  it('takes initials in any script', () => {
    expect(initials('Lumen & Oak')).to.equal('LO');
    expect(initials('Ana')).to.equal('A');
    expect(initials('ليلى حداد')).to.equal('لح');
    expect(initials('  ')).to.equal('?');
  });
});
