import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { formatNumber } from '../app/format.ts';
import type { IconName } from '../app/icons.ts';
import { type BoardEnd, RecordBoard } from '../app/record/board.ts';
import { LanguageController } from '../base/language.ts';
import { isFiltered, type Lead } from './board-state.ts';
import { cardContent } from './card.ts';
import type { LeadStore } from './lead-store.ts';
import { leadTexts } from './texts.ts';

const closingIcons = { won: 'trophy', lost: 'circleX', spam: 'ban' } as const satisfies Record<string, IconName>;

/** The open leads in columns by stage. */
export class LeadBoard extends RecordBoard<Lead> {
  @property({ attribute: false }) store!: LeadStore;

  readonly language = new LanguageController(this, leadTexts);
  readonly #t = this.language.t;

  protected override get hollow(): string {
    return this.#t('empty.column');
  }

  protected override nameOf({ name }: Lead): string {
    return name;
  }

  protected override hrefOf(leadId: string): string {
    const { navigator, membership } = this.app;
    return navigator.href({ name: 'leads', slug: membership.slug, leadId }, Object.fromEntries(navigator.query));
  }

  protected override endsOf(): readonly BoardEnd[] {
    return (['won', 'lost', 'spam'] as const).map((id) => ({
      id,
      name: this.#t(`status.${id}`),
      icon: closingIcons[id],
    }));
  }

  /** The whole stage by the studio's counts; under a filter only what is loaded can be counted. */
  protected override countOf(stageId: string): string {
    const { view, summary, board } = this.store;
    if (!view || !isFiltered(view)) {
      const count = summary?.stages.find((stage) => stage.stageId === stageId)?.count;
      return count === undefined ? '' : formatNumber(count, this.locale);
    }
    const list = board.lists.get(stageId);
    if (!list || list.state === 'loading') return '';
    const count = formatNumber(list.ids.length, this.locale);
    return list.next ? this.#t('list.countMore', { count }) : count;
  }

  protected override renderCard(lead: Lead): TemplateResult {
    return cardContent(lead, { t: this.#t, locale: this.locale, timeZone: this.timeZone, now: this.app.now() });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-lead-board': LeadBoard;
  }
}
