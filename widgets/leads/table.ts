import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { icon } from '../app/icons.ts';
import { tableKey } from '../app/record/lists.ts';
import { RecordTable } from '../app/record/table.ts';
import { LanguageController } from '../base/language.ts';
import type { Lead } from './board-state.ts';
import { budgetText } from './budget-text.ts';
import { dateText, sourceIcons } from './card.ts';
import type { LeadStore } from './lead-store.ts';
import { leadTexts } from './texts.ts';

/** The leads of one status as rows. */
export class LeadTable extends RecordTable<Lead> {
  @property({ attribute: false }) store!: LeadStore;

  readonly language = new LanguageController(this, leadTexts);
  readonly #t = this.language.t;
  protected override readonly words = this.#t;
  protected override readonly width = 7;

  protected override get source(): LeadStore {
    return this.store;
  }

  protected override get label(): string {
    return this.#t('leads.title');
  }

  protected override listed() {
    return this.store.board.lists.get(tableKey);
  }

  protected override recordOf(id: string): Lead | undefined {
    return this.store.get(id);
  }

  protected override nameOf({ name }: Lead): string {
    return name;
  }

  protected override hrefOf(leadId: string): string {
    const { navigator, membership } = this.app;
    return navigator.href({ name: 'leads', slug: membership.slug, leadId }, Object.fromEntries(navigator.query));
  }

  protected override more(): void {
    void this.store.more(tableKey);
  }

  protected override isFresh(id: string): boolean {
    return this.store.fresh.has(id);
  }

  protected override countText(count: number, more: boolean): string {
    const status = this.store.view?.status;
    const total = status === undefined || status === 'deleted' ? undefined : this.store.summary?.[status];
    if (more && total !== undefined) return this.#t('leads.shownOf', { count, total });
    return this.#t('leads.shown', { count });
  }

  protected override renderHead(): TemplateResult {
    const status = this.store.view?.status;
    return html`
      <th scope="col">${this.#t('column.name')}</th>
      ${status === 'open' ? html`<th scope="col">${this.#t('column.stage')}</th>` : nothing}
      ${status === 'lost' ? html`<th scope="col" class="minor">${this.#t('column.reason')}</th>` : nothing}
      <th scope="col" class="minor">${this.#t('column.type')}</th>
      <th scope="col" class="minor">${this.#t('column.date')}</th>
      <th scope="col" class="minor">${this.#t('column.source')}</th>
      <th scope="col" class="amount minor">${this.#t('column.budget')}</th>
      <th scope="col" class=${status === 'open' ? 'minor' : ''}>${this.#t('column.created')}</th>
    `;
  }

  protected override renderCells(lead: Lead): TemplateResult {
    const status = this.store.view?.status;
    const dash = html`<span class="faint">–</span>`;
    const reading = { t: this.#t, locale: this.locale, timeZone: this.timeZone, now: this.app.now() };
    return html`
      <td class="wide">
        <span class="who">
          <a class="clip" href=${this.hrefOf(lead.id)} data-id=${lead.id} dir="auto">${lead.name}</a>
          <span class="meta clip" dir="auto">${lead.email ?? lead.phone ?? ''}</span>
        </span>
      </td>
      ${status === 'open' ? html`<td>${this.#stage(lead)}</td>` : nothing}
      ${status === 'lost' ? html`<td class="minor"><bdi>${lead.lostReason}</bdi></td>` : nothing}
      <td class="minor"><bdi>${lead.projectType ?? dash}</bdi></td>
      <td class="minor numbers">${dateText(lead, reading) ?? dash}</td>
      <td class="minor">
        <span class="with-icon">${icon(sourceIcons[lead.source.kind])}${this.#t(`source.${lead.source.kind}`)}</span>
      </td>
      <td class="minor amount">${budgetText(lead.budget, this.#t, this.locale) ?? dash}</td>
      <td class=${status === 'open' ? 'minor' : ''}>
        <time class="numbers" datetime=${lead.createdAt} title=${this.instant(lead.createdAt)}
          >${this.when(lead.createdAt)}</time
        >
      </td>
    `;
  }

  #stage({ stageId, stale }: Lead): TemplateResult {
    const name = this.store.pipeline?.stages.find(({ id }) => id === stageId)?.name;
    return html`<span class="pill">${name}</span> ${
      stale
        ? html`<span class="pill warning" title=${this.#t('card.stale')}
            >${icon('hourglass')}<span class="only-spoken">${this.#t('card.stale')}</span></span
          >`
        : nothing
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-lead-table': LeadTable;
  }
}
