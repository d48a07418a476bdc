import { expect } from '@open-wc/testing';
import { sampleForms } from '../../app/testing/fixtures.ts';
import { checkDraft, serverErrors } from './draft-errors.ts';
import {
  copyOf,
  draftOf,
  draftPatch,
  type Field,
  newField,
  newForm,
  onto,
  readOptions,
  unusedKeys,
  withType,
} from './form-draft.ts';
import type { TranslateForm } from './texts.ts';

const t: TranslateForm = (key, values) => (values ? `${key} ${Object.values(values).join(' ')}` : key);
const weddings = () => sampleForms()[0]!;
const draft = () => draftOf(weddings());

describe('a form while it is designed', () => {
  it('sends nothing when nothing differs', () => {
    expect(draftPatch(weddings(), draft())).to.equal(undefined);
  });

  it('sends only what differs', () => {
    expect(draftPatch(weddings(), { ...draft(), title: 'Hello', intro: null })).to.deep.equal({
      title: 'Hello',
      intro: null,
    });
  });

  it('sends thanks and automatic answer as a whole, as they are stored as a whole', () => {
    const { thanks, autoReply } = draft();
    const changed = { ...draft(), thanks: { ...thanks, title: 'Hi' }, autoReply: { ...autoReply, enabled: false } };
    expect(draftPatch(weddings(), changed)).to.deep.equal({
      thanks: { ...thanks, title: 'Hi' },
      autoReply: { ...autoReply, enabled: false },
    });
  });

  it('leaves the version of the consent to the server', () => {
    const changed = { ...draft(), consent: { ...draft().consent, smsText: 'Texts are fine.' } };
    expect(draftPatch(weddings(), changed)).to.deep.equal({
      consent: { emailText: 'You may answer me by e-mail.', smsText: 'Texts are fine.' },
    });
  });

  it('puts own changes on top of a newer version and keeps the rest of it', () => {
    const newer = { ...weddings(), intro: 'Theirs', submitLabel: 'Theirs', version: 4 };
    const mine = { ...draft(), title: 'Mine', submitLabel: 'Mine' };
    const merged = onto(newer, weddings(), mine);
    expect(merged).to.deep.equal({ ...draftOf(newer), title: 'Mine', submitLabel: 'Mine' });
    expect(draftPatch(newer, merged)).to.deep.equal({ title: 'Mine', submitLabel: 'Mine' });
  });

  it('offers each part of a lead once', () => {
    const { fields } = draft();
    expect(unusedKeys(fields)).to.deep.equal(['place', 'guestCount', 'heardFrom']);
    const more = [...fields, newField(fields, { key: 'place' }, t)];
    expect(unusedKeys(more)).to.deep.equal(['guestCount', 'heardFrom']);
  });

  it('gives own questions keys that nobody uses and the server takes', () => {
    let fields: Field[] = draft().fields;
    for (let count = 0; count < 3; count++) fields = [...fields, newField(fields, { type: 'yesNo' }, t)];
    const keys = fields.slice(-3).map(({ key }) => key);
    expect(new Set(fields.map(({ key }) => key)).size).to.equal(fields.length);
    for (const key of keys) expect(key).to.match(/^[a-z][A-Za-z0-9]{0,39}$/);
  });

  it('takes choices along with a kind of answer that has them', () => {
    const field = draft().fields.find(({ key }) => key === 'projectType')!;
    const asText = withType(field, 'text', t);
    expect('options' in asText).to.equal(false);
    expect(withType(asText, 'choice', t).options).to.deep.equal(['key.firstChoice']);
  });

  it('reads choices line by line', () => {
    expect(readOptions(' Wedding\n\nParty \nWedding\n')).to.deep.equal(['Wedding', 'Party']);
  });

  it('begins a new form with what the server asks for', () => {
    const form = newForm('Portraits', t);
    expect(form.name).to.equal('Portraits');
    expect(form.fields.filter(({ required }) => required).map(({ key }) => key)).to.deep.equal(['name', 'email']);
    expect(checkDraft({ ...draft(), fields: form.fields as Field[] }, t)).to.equal(undefined);
  });

  it('copies everything but the identity and the version of the consent', () => {
    const copy = copyOf(weddings(), 'Weddings (copy)');
    expect(copy.name).to.equal('Weddings (copy)');
    expect(copy.fields).to.deep.equal(weddings().fields);
    expect(copy.consent).to.deep.equal({ emailText: 'You may answer me by e-mail.', smsText: null });
    expect(Object.keys(copy)).to.not.include.members(['id', 'version', 'createdAt']);
  });
});

describe('what is wrong with a form', () => {
  it('is nothing for a good one', () => {
    expect(checkDraft(draft(), t)).to.equal(undefined);
  });

  it('is each text that is missing, and each list without choices', () => {
    const fields = draft().fields.map((field) =>
      field.key === 'phone' ? { ...field, label: ' ' } : field.key === 'style' ? { ...field, options: [] } : field,
    );
    const errors = checkDraft({ ...draft(), title: '', fields, consent: { ...draft().consent, smsText: '' } }, t);
    expect(errors?.title).to.equal('field.required');
    expect(errors?.smsText).to.equal('field.required');
    expect(errors?.fields.phone?.label).to.equal('field.required');
    expect(errors?.fields.style?.options).to.equal('field.optionsMissing');
  });

  it('is a form that asks for no name, or for no way to answer', () => {
    const without = (...keys: string[]) => ({
      ...draft(),
      fields: draft().fields.filter(({ key }) => !keys.includes(key)),
    });
    expect(checkDraft(without('name'), t)?.list).to.equal('field.nameMissing');
    expect(checkDraft(without('email'), t)).to.equal(undefined);
    expect(checkDraft(without('email', 'phone'), t)?.list).to.equal('field.contactMissing');
  });

  it('is shown at the field the server points to', () => {
    const errors = serverErrors(
      [
        { pointer: '/fields/3/options', code: 'required', message: 'a choice needs options' },
        { pointer: '/fields/3/options/1', code: 'maxLength', message: 'too long' },
        { pointer: '/fields/4/hint', code: 'maxLength', message: 'must be shorter' },
        { pointer: '/fields/7/key', code: 'repeated', message: 'is used by another field' },
        { pointer: '/fields/2/label', code: 'tax_number', message: 'English' },
        { pointer: '/thanks/title', code: 'minLength', message: 'must not be empty' },
        { pointer: '/fields', code: 'contact', message: 'English' },
      ],
      draft(),
      t,
    );
    expect(errors).to.deep.equal({
      thanksTitle: 'must not be empty',
      list: 'field.contactMissing',
      fields: {
        projectType: { options: 'field.optionsMissing' },
        eventDate: { hint: 'must be shorter' },
        message: { label: 'is used by another field' },
        phone: { label: 'field.taxNumber' },
      },
    });
  });

  it('is told as a whole where the server points to nothing on the screen', () => {
    const found = [{ pointer: '/custom/x', code: 'type', message: 'no' }];
    expect(serverErrors(found, draft(), t)).to.equal(undefined);
  });
});
