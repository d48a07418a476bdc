/** What can be done to marked leads, by where they stand. */
import type { Schema } from '@alloza/sdk/core';
import type { MenuItem } from '../app/parts/menu.ts';
import type { BulkAction } from '../app/record/bulk-bar.ts';
import type { Lead, View } from './board-state.ts';
import type { LeadActions } from './lead-actions.ts';
import type { TranslateLead } from './texts.ts';

export interface LeadBulk {
  readonly t: TranslateLead;
  readonly status: View['status'];
  readonly marked: readonly Lead[];
  readonly stages: readonly Schema<'LeadStage'>[];
  readonly actions: LeadActions;
  readonly begin: (work: Promise<unknown>) => void;
  /** Asks for the reason first. */
  readonly lost: () => void;
}

export function leadButtons({ t, status, marked, stages, actions, begin, lost }: LeadBulk): BulkAction[] {
  if (status === 'deleted')
    return [{ label: t('action.restore'), icon: 'rotateCcw', run: () => begin(actions.restore(marked)) }];
  const remove: BulkAction = { label: t('action.delete'), icon: 'trash2', run: () => begin(actions.remove(marked)) };
  if (status !== 'open') {
    const reopen = (): void => begin(actions.move(marked, { status: 'open' }));
    return [{ label: t('move.reopen'), icon: 'rotateCcw', run: reopen }, remove];
  }
  const moves = stages.map(({ id, name }): MenuItem => {
    const concerned = marked.filter(({ stageId }) => stageId !== id);
    return {
      label: name,
      checked: concerned.length === 0,
      run: () => begin(actions.move(concerned, { status: 'open', stageId: id })),
    };
  });
  const ends: MenuItem[] = [
    { label: t('shortcut.won'), icon: 'trophy', run: () => begin(actions.move(marked, { status: 'won' })) },
    { label: t('shortcut.lost'), icon: 'circleX', run: lost },
    { label: t('move.markSpam'), icon: 'ban', run: () => begin(actions.move(marked, { status: 'spam' })) },
  ];
  return [
    { label: t('bulk.move'), icon: 'arrowRight', items: moves },
    { label: t('bulk.close'), icon: 'circleCheck', items: ends },
    remove,
  ];
}
