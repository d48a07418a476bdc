import { expect } from '@open-wc/testing';
import { everyField, shortForm } from '../testing/lead-forms.ts';
import type { Draft, Entry, FormField } from './draft.ts';
import { fieldOfPointer, toLeadInput } from './lead-input.ts';
import { findFaults, isDate, isEmail, isPhone } from './rules.ts';

const reading = { locale: 'en', currency: 'EUR' };
const valid: Draft = {
  name: { text: 'Ana' },
  email: { text: 'ana@example.com' },
  projectType: { text: 'Wedding' },
  eventDate: { text: '2027-06-12' },
};
const faultsOf = (change: Draft) => findFaults(everyField, { ...valid, ...change }, reading);

describe('rules of the form', () => {
  it('find nothing wrong with a valid draft', () => {
    expect(faultsOf({})).to.deep.equal({});
  });

  it('want every required field, by a word that fits it', () => {
    const faults = findFaults(everyField, {}, reading);
    expect(Object.entries(faults).map(([key, { text }]) => [key, text])).to.deep.equal([
      ['name', 'missing'],
      ['projectType', 'missingChoice'],
      ['eventDate', 'missing'],
      ['email', 'contact'],
    ]);
  });

  it('take an undecided date for an answer', () => {
    expect(faultsOf({ eventDate: { undecided: true } })).to.deep.equal({});
  });

  for (const [key, entry, text] of [
    ['name', { text: 'x'.repeat(121) }, 'tooLong'],
    ['place', { text: 'x'.repeat(301) }, 'tooLong'],
    ['message', { text: 'x'.repeat(5001) }, 'tooLong'],
    ['email', { text: 'ana@example' }, 'badEmail'],
    ['phone', { text: 'call me' }, 'badPhone'],
    ['eventDate', { text: '2027-02-30' }, 'badDate'],
    ['guestCount', { text: 'eighty' }, 'badNumber'],
    ['guestCount', { text: '80.5' }, 'badWhole'],
    ['guestCount', { text: '100001' }, 'badWhole'],
    ['budget', { min: 'a lot' }, 'badAmount'],
    ['budget', { min: '2000', max: '1000' }, 'badOrder'],
  ] satisfies [string, Entry, string][]) {
    it(`find ${text} in ${key} ${JSON.stringify(entry).slice(0, 40)}`, () => {
      expect(faultsOf({ [key]: entry })[key]?.text).to.equal(text);
    });
  }

  it('know a plain address from others', () => {
    for (const good of ['ana@example.com', "o'neil+x@mail.example.co.uk", 'ana@münchen.example'])
      expect(isEmail(good), good).to.equal(true);
    for (const bad of [
      'ana',
      'ana@',
      '@example.com',
      'ana@example',
      'a b@example.com',
      'Ana <ana@example.com>',
      'ana@exa mple.com',
    ])
      expect(isEmail(bad), bad).to.equal(false);
  });

  it('know a phone number and a day', () => {
    expect(['+49 30 1234567', '(030) 123-4567', '030/1234567'].every(isPhone)).to.equal(true);
    expect(['12', '+', '+49 abc', '123456789012345678901234567890123'].some(isPhone)).to.equal(false);
    expect(isDate('2028-02-29')).to.equal(true);
    expect(['2027-02-29', '2027-2-1', '12.06.2027', ''].some(isDate)).to.equal(false);
  });
});

describe('the enquiry that is sent', () => {
  it('leaves out what was left empty', () => {
    expect(toLeadInput(shortForm, { name: { text: ' Ana ' }, email: { text: '' } }, reading, {})).to.deep.equal({
      formId: shortForm.id,
      name: 'Ana',
      consent: { email: false, sms: false, textVersion: 3 },
    });
  });

  it('says that a date is not decided rather than which', () => {
    const draft = { ...valid, eventDate: { text: '2027-06-12', undecided: true, flexible: true } };
    const input = toLeadInput(everyField, draft, reading, {});
    expect(input.dateUndecided).to.equal(true);
    expect(input).to.not.have.any.keys('eventDate', 'dateFlexible');
  });

  it('reads numbers as the visitor writes them', () => {
    const draft = { ...valid, budget: { min: '1.500,50' }, guestCount: { text: '1.200' } };
    const input = toLeadInput(everyField, draft, { locale: 'de', currency: 'EUR' }, {});
    expect(input.budget).to.deep.equal({ min: 150050, max: null, currency: 'EUR' });
    expect(input.guestCount).to.equal(1200);
  });

  it('finds the field that a pointer of the server is about', () => {
    const draft: Draft = { ...valid, drone: { text: 'yes' }, style: { many: ['Posed'] } };
    const input = toLeadInput(everyField, draft, reading, {});
    const find = (pointer: string) => fieldOfPointer(pointer, everyField, input);
    expect(find('/email')).to.equal('email');
    expect(find('/budget/max')).to.equal('budget');
    expect(find('/dateUndecided')).to.equal('eventDate');
    expect(find('/answers/1/value')).to.equal('drone');
    expect(find('/answers/hear')).to.equal('hear');
    expect(find('/consent/textVersion')).to.equal(undefined);
    expect(find('/formId')).to.equal(undefined);
  });

  it('covers every key of the contract in the fields of the tests', () => {
    const types = new Set(everyField.fields.map(({ type }: FormField) => type));
    expect(types.size).to.equal(10);
  });
});
