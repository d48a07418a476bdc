import type { Schema } from '@alloza/sdk/core';
import { AllozaError } from '@alloza/sdk/core';
import { expect } from '@open-wc/testing';
import { type Lead, makeLead } from '../testing/fixtures.ts';
import { RecordEditor } from './editor.ts';

type LeadPatch = Schema<'LeadPatch'>;

/** A lead on a server: refuses a version that is not the newest. */
function server(lead: Lead) {
  const state = { lead, patches: [] as LeadPatch[] };
  return {
    state,
    api: {
      async update(_id: string, patch: LeadPatch, { ifMatch }: { ifMatch: number }): Promise<Lead> {
        await new Promise((resolve) => setTimeout(resolve));
        if (ifMatch !== state.lead.version)
          throw new AllozaError('stale', { code: 'version_stale', status: 412, retryable: false });
        state.patches.push(patch);
        state.lead = { ...state.lead, ...(patch as Partial<Lead>), version: state.lead.version + 1 };
        return state.lead;
      },
      get: async () => state.lead,
    },
  };
}

describe('RecordEditor', () => {
  it('sends one save after the other, each on the version of the one before', async () => {
    const { api, state } = server(makeLead());
    const editor = new RecordEditor(api, state.lead);
    await Promise.all([
      editor.save('name', { name: 'A' }),
      editor.save('place', { place: 'B' }),
      editor.save('rating', { rating: 3 }),
    ]);
    expect(state.lead).to.deep.include({ name: 'A', place: 'B', rating: 3, version: 4 });
    expect(editor.states.get('rating')).to.equal('saved');
  });

  it('saves over a change of another field', async () => {
    const { api, state } = server(makeLead());
    const editor = new RecordEditor(api, state.lead);
    state.lead = { ...state.lead, rating: 5, version: 2 };
    await editor.save('place', { place: 'B' });
    expect(state.lead).to.deep.include({ rating: 5, place: 'B', version: 3 });
    expect(editor.conflict).to.equal(undefined);
  });

  it('keeps both versions of a field that both changed until somebody decides', async () => {
    const { api, state } = server(makeLead({ place: 'A' }));
    const editor = new RecordEditor(api, state.lead);
    state.lead = { ...state.lead, place: 'Theirs', version: 2 };
    await editor.save('place', { place: 'Mine' });
    expect(editor.conflict!.theirs.place).to.equal('Theirs');
    expect(editor.conflict!.patch).to.deep.equal({ place: 'Mine' });
    expect(state.patches).to.deep.equal([]);
    await editor.resolve(true);
    expect(state.lead.place).to.equal('Mine');
  });

  it('keeps the saved one when asked to', async () => {
    const { api, state } = server(makeLead({ place: 'A' }));
    const editor = new RecordEditor(api, state.lead);
    state.lead = { ...state.lead, place: 'Theirs', version: 2 };
    await editor.save('place', { place: 'Mine' });
    await editor.resolve(false);
    expect(editor.record.place).to.equal('Theirs');
    expect(state.patches).to.deep.equal([]);
  });

  it('asks as well where the other change arrived while the field was being typed', async () => {
    const { api, state } = server(makeLead({ place: 'A' }));
    const editor = new RecordEditor(api, state.lead);
    const seen = editor.record;
    state.lead = { ...state.lead, place: 'Theirs', version: 2 };
    editor.take(state.lead);
    await editor.save('place', { place: 'Mine' }, { place: 'Mine' }, seen);
    expect(editor.conflict).to.deep.include({ field: 'place', theirs: state.lead, mine: { place: 'Mine' } });
    expect(state.patches).to.deep.equal([]);
  });

  it('takes no save of its own for a change by somebody else', async () => {
    const { api, state } = server(makeLead({ place: 'A' }));
    const editor = new RecordEditor(api, state.lead);
    const first = editor.save('place', { place: 'B' });
    const second = editor.save('place', { place: 'C' });
    await first;
    state.lead = { ...state.lead, rating: 5, version: state.lead.version + 1 };
    await second;
    expect(editor.conflict).to.equal(undefined);
    expect(state.lead).to.deep.include({ place: 'C', rating: 5 });
  });

  it('asks about one conflict after the other and forgets none', async () => {
    const { api, state } = server(makeLead({ place: 'A', guestCount: 1 }));
    const editor = new RecordEditor(api, state.lead);
    state.lead = { ...state.lead, place: 'Theirs', guestCount: 2, version: 2 };
    const seen = editor.record;
    await editor.save('place', { place: 'Mine' });
    await editor.save('guestCount', { guestCount: 3 }, { guestCount: 3 }, seen);
    expect(editor.conflict!.field).to.equal('place');
    await editor.resolve(true);
    expect(editor.conflict!.field).to.equal('guestCount');
    await editor.resolve(true);
    expect(editor.conflict).to.equal(undefined);
    expect(state.lead).to.deep.include({ place: 'Mine', guestCount: 3 });
  });

  it('sees no conflict where both wrote the same', async () => {
    const { api, state } = server(makeLead({ place: 'A' }));
    const editor = new RecordEditor(api, state.lead);
    state.lead = { ...state.lead, place: 'Same', version: 2 };
    await editor.save('place', { place: 'Same' });
    expect(editor.conflict).to.equal(undefined);
    expect(editor.states.get('place')).to.equal('saved');
  });

  it('reports any other failure at the field', async () => {
    const lead = makeLead();
    const refuse = async () => {
      throw new AllozaError('no', { code: 'invalid_request', status: 422, retryable: false });
    };
    const editor = new RecordEditor<Lead, LeadPatch>({ update: refuse, get: async () => lead }, lead);
    await editor.save('email', { email: 'x' });
    expect(editor.states.get('email')).to.have.property('error');
  });

  it('shows what was entered while it is saved, and when it could not be', async () => {
    const { api, state } = server(makeLead({ place: 'A', email: 'a@example.com' }));
    const refuse = async () => {
      throw new AllozaError('no', { code: 'invalid_request', status: 422, retryable: false });
    };
    const update: typeof api.update = (id, patch, options) =>
      'email' in patch ? refuse() : api.update(id, patch, options);
    const editor = new RecordEditor({ ...api, update }, state.lead);
    const first = editor.save('place', { place: 'B' });
    const second = editor.save('place', { place: 'C' });
    const third = editor.save('email', { email: 'x' });
    expect(editor.shown).to.deep.include({ place: 'C', email: 'x' });
    await first;
    expect(editor.shown.place).to.equal('C');
    await Promise.all([second, third]);
    expect(editor.shown).to.deep.equal({ ...state.lead, place: 'C', email: 'x' });
    expect(editor.record.email).to.equal('a@example.com');
  });
});
