/** What can be done to leads, each shown at once, with a toast that takes it back. */
import type { Schema } from '@alloza/sdk/core';
import type { App } from '../app/app.ts';
import { RecordActions, type Work } from '../app/record/actions.ts';
import type { Lead } from './board-state.ts';
import type { LeadStore } from './lead-store.ts';
import type { TranslateLead } from './texts.ts';

export type Move = Schema<'LeadMove'>;

/** Where a move came from, as the move that goes back there. */
export function reverse(lead: Lead): Move {
  switch (lead.status) {
    case 'lost':
      return { status: 'lost', lostReason: lead.lostReason ?? '-' };
    case 'won':
    case 'spam':
      return { status: lead.status };
    default:
      return { status: 'open', stageId: lead.stageId };
  }
}

/** How a lead will look once the server has agreed. */
export function moved(lead: Lead, move: Move): Lead {
  const stageId = move.status === 'open' ? (move.stageId ?? lead.stageId) : lead.stageId;
  return { ...lead, status: move.status, stageId, lostReason: move.status === 'lost' ? move.lostReason : null };
}

export class LeadActions extends RecordActions<Lead> {
  readonly #stages: Pick<LeadStore, 'pipeline'>;
  readonly #t: TranslateLead;

  constructor(app: App, store: LeadStore, t: TranslateLead) {
    super(app, store, t, ({ name }) => name);
    this.#stages = store;
    this.#t = t;
  }

  /** Moves, closes or reopens. */
  async move(leads: readonly Lead[], move: Move): Promise<void> {
    await this.run(leads, {
      ...this.#moving(move),
      said: (all) => this.#saidMoved(all, move),
      back: (before) => this.#moving(reverse(before)),
    });
  }

  #moving(move: Move): Pick<Work<Lead>, 'expect' | 'send'> {
    return { expect: (lead) => moved(lead, move), send: ({ id }) => this.app.api.leads.move(id, move) };
  }

  #saidMoved(leads: readonly Lead[], move: Move): string {
    const { length: count } = leads;
    const { name, status, stageId } = leads[0]!;
    if (move.status !== 'open')
      return count === 1 ? this.#t(`move.${move.status}`, { name }) : this.#t(`bulk.${move.status}`, { count });
    if (status !== 'open')
      return count === 1 ? this.#t('move.reopened', { name }) : this.#t('bulk.reopened', { count });
    const place = this.#stages.pipeline?.stages.find(({ id }) => id === (move.stageId ?? stageId))?.name ?? '';
    return count === 1 ? this.#t('move.moved', { name, place }) : this.#t('bulk.moved', { count, place });
  }

  /** True when the server agreed to at least one. */
  async remove(leads: readonly Lead[]): Promise<boolean> {
    const deletedAt = new Date(this.app.now()).toISOString();
    const done = await this.run(leads, {
      expect: (lead) => ({ ...lead, deletedAt }),
      send: async ({ id }) => {
        await this.app.api.leads.delete(id);
        return undefined;
      },
      said: (all) => this.#said('deleted', all),
      back: () => this.#restoring,
      saidBack: (all) => this.#said('restored', all),
    });
    return done.length > 0;
  }

  readonly #restoring: Pick<Work<Lead>, 'send'> = { send: ({ id }) => this.app.api.leads.restore(id) };

  async restore(leads: readonly Lead[]): Promise<void> {
    await this.run(leads, { ...this.#restoring, said: (all) => this.#said('restored', all) });
  }

  #said(what: 'deleted' | 'restored', leads: readonly Lead[]): string {
    const [first] = leads;
    if (leads.length === 1) return this.#t(`record.${what}`, { name: first!.name });
    return this.#t(`bulk.${what}`, { count: leads.length });
  }
}
