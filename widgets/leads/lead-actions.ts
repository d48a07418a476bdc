/** What can be done to a lead, each shown at once, with a toast that takes it back. */
import type { Schema } from '@alloza/sdk/core';
import type { App } from '../app/app.ts';
import { viewProblem } from '../app/problems.ts';
import { problemText } from '../app/states.ts';
import type { Lead } from './board-state.ts';
import type { LeadStore } from './lead-store.ts';
import type { LeadText, TranslateLead } from './texts.ts';

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

export class LeadActions {
  readonly #app: App;
  readonly #store: LeadStore;
  readonly #t: TranslateLead;

  constructor(app: App, store: LeadStore, t: TranslateLead) {
    this.#app = app;
    this.#store = store;
    this.#t = t;
  }

  stageName(stageId: string): string {
    return this.#store.pipeline?.stages.find(({ id }) => id === stageId)?.name ?? '';
  }

  /** Moves, closes or reopens. True when the server agreed. */
  async move(lead: Lead, move: Move, { undo = true } = {}): Promise<boolean> {
    this.#store.put(moved(lead, move));
    try {
      const after = await this.#app.api.leads.move(lead.id, move);
      this.#store.put(after);
      const back = reverse(lead);
      this.#app.toasts.show({
        text: this.#said(lead, move),
        action: undo
          ? { label: this.#t('action.undo'), run: () => void this.move(after, back, { undo: false }) }
          : undefined,
      });
      return true;
    } catch (error) {
      this.#store.put(lead);
      await this.#failed(lead, error, 'move.failed');
      return false;
    }
  }

  #said(lead: Lead, move: Move): string {
    const { name } = lead;
    if (move.status !== 'open') return this.#t(`move.${move.status}`, { name });
    if (lead.status !== 'open') return this.#t('move.reopened', { name });
    return this.#t('move.moved', { name, place: this.stageName(move.stageId ?? lead.stageId) });
  }

  async remove(lead: Lead): Promise<boolean> {
    this.#store.put({ ...lead, deletedAt: new Date(this.#app.now()).toISOString() });
    try {
      await this.#app.api.leads.delete(lead.id);
      this.#app.toasts.show({
        text: this.#t('record.deleted', { name: lead.name }),
        action: { label: this.#t('action.undo'), run: () => void this.restore(lead) },
      });
      return true;
    } catch (error) {
      this.#store.put(lead);
      await this.#failed(lead, error, 'action.failed');
      return false;
    }
  }

  async restore(lead: Lead): Promise<boolean> {
    try {
      this.#store.put(await this.#app.api.leads.restore(lead.id));
      this.#app.toasts.show({ text: this.#t('record.restored', { name: lead.name }) });
      return true;
    } catch (error) {
      await this.#failed(lead, error, 'action.failed');
      return false;
    }
  }

  /** A refusal mostly means that somebody else was quicker: show what is there now, and say so. */
  async #failed(lead: Lead, error: unknown, key: LeadText): Promise<void> {
    const { kind } = viewProblem(error);
    if (kind === 'signedOut') return this.#app.signedOut();
    const { name } = lead;
    const changed = kind === 'refused' || kind === 'stale' || kind === 'missing';
    if (changed) await this.#store.refresh(lead.id);
    const text = changed
      ? this.#t('record.changedElsewhere', { name })
      : this.#t(key, { name, reason: problemText(error, this.#t) });
    this.#app.toasts.show({ text, tone: 'problem' });
  }
}
