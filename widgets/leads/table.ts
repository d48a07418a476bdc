import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { AppElement } from '../app/app-element.ts';
import { icon } from '../app/icons.ts';
import { tableKey } from '../app/record/lists.ts';
import { recordTableStyles } from '../app/record/table.styles.ts';
import { bones, errorState } from '../app/states.ts';
import { StoreController } from '../app/store-controller.ts';
import { LanguageController } from '../base/language.ts';
import type { Lead } from './board-state.ts';
import { budgetText } from './budget-text.ts';
import { dateText, type Reading, sourceIcons } from './card.ts';
import type { LeadStore } from './lead-store.ts';
import { leadTexts } from './texts.ts';

/** The leads of one status as rows. The whole row opens; the name is the link for keyboard and reader. */
export class LeadTable extends AppElement {
  static override styles = [AppElement.styles, recordTableStyles];

  @property({ attribute: false }) store!: LeadStore;
  @property({ attribute: false }) openId?: string;

  readonly language = new LanguageController(this, leadTexts);
  readonly #t = this.language.t;
  readonly #updates = new StoreController(this);

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#updates.follow(this.store);
  }

  #href(id: string): string {
    const { navigator, membership } = this.app;
    return navigator.href({ name: 'leads', slug: membership.slug, leadId: id }, Object.fromEntries(navigator.query));
  }

  override render(): TemplateResult {
    const list = this.store.board.lists.get(tableKey);
    const { view } = this.store;
    if (!view) return html``;
    if (list?.state === 'error' && list.ids.length === 0) {
      return errorState(list.error, this.#t, () => void this.store.more(tableKey));
    }
    const reading = { t: this.#t, locale: this.locale, timeZone: this.timeZone, now: this.app.now() };
    const waiting = !list || list.state === 'loading';
    const isOpen = view.status === 'open';
    const isLost = view.status === 'lost';
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${this.#t('leads.title')}>
        <table aria-busy=${String(waiting)}>
          <thead>
            <tr>
              <th scope="col">${this.#t('column.name')}</th>
              ${isOpen ? html`<th scope="col">${this.#t('column.stage')}</th>` : nothing}
              ${isLost ? html`<th scope="col" class="minor">${this.#t('column.reason')}</th>` : nothing}
              <th scope="col" class="minor">${this.#t('column.type')}</th>
              <th scope="col" class="minor">${this.#t('column.date')}</th>
              <th scope="col" class="minor">${this.#t('column.source')}</th>
              <th scope="col" class="amount minor">${this.#t('column.budget')}</th>
              <th scope="col">${this.#t('column.created')}</th>
            </tr>
          </thead>
          <tbody>
            ${
              waiting
                ? [1, 2, 3, 4, 5, 6].map(
                    () => html`<tr class="bone-row"><td colspan="8">${bones([60], this.#t)}</td></tr>`,
                  )
                : repeat(
                    list.ids,
                    (id) => id,
                    (id) => this.#row(this.store.get(id)!, reading, isOpen, isLost),
                  )
            }
          </tbody>
        </table>
        ${
          list?.next
            ? html`<button
              class="button small more"
              ?disabled=${list.state === 'more'}
              @click=${() => void this.store.more(tableKey)}
            >
              ${this.#t('action.showMore')}
            </button>`
            : nothing
        }
      </div>
      ${waiting ? nothing : html`<div class="tail numbers">${this.#tail(list.ids.length, list.next !== null)}</div>`}
    `;
  }

  #tail(count: number, more: boolean): string {
    const { status } = this.store.view!;
    const total = status === 'deleted' ? undefined : this.store.summary?.[status];
    if (more && total !== undefined) return this.#t('leads.shownOf', { count, total });
    return this.#t('leads.shown', { count });
  }

  #row(lead: Lead, reading: Reading, isOpen: boolean, isLost: boolean): TemplateResult {
    const stage = this.store.pipeline?.stages.find(({ id }) => id === lead.stageId)?.name;
    const href = this.#href(lead.id);
    const open = (event: MouseEvent): void => {
      if ((event.target as Element).closest('a')) return;
      this.app.navigator.go(href);
    };
    return html`
      <tr
        class=${this.store.fresh.has(lead.id) ? 'fresh' : ''}
        aria-selected=${ifDefined(lead.id === this.openId ? 'true' : undefined)}
        @click=${open}
      >
        <td>
          <span class="who">
            <a class="clip" href=${href} dir="auto">${lead.name}</a>
            <span class="meta clip" dir="auto">${lead.email ?? lead.phone ?? ''}</span>
          </span>
        </td>
        ${
          isOpen
            ? html`<td><span class="pill">${stage}</span> ${lead.stale ? html`<span class="pill warning" title=${this.#t('card.stale')}>${icon('hourglass')}<span class="only-spoken">${this.#t('card.stale')}</span></span>` : nothing}</td>`
            : nothing
        }
        ${isLost ? html`<td class="minor"><bdi>${lead.lostReason}</bdi></td>` : nothing}
        <td class="minor"><bdi>${lead.projectType ?? html`<span class="faint">–</span>`}</bdi></td>
        <td class="minor numbers">${dateText(lead, reading) ?? html`<span class="faint">–</span>`}</td>
        <td class="minor">
          <span class="with-icon">${icon(sourceIcons[lead.source.kind])}${this.#t(`source.${lead.source.kind}`)}</span>
        </td>
        <td class="minor amount">${budgetText(lead.budget, this.#t, this.locale) ?? html`<span class="faint">–</span>`}</td>
        <td><time class="numbers" datetime=${lead.createdAt} title=${this.instant(lead.createdAt)}>${this.when(lead.createdAt)}</time></td>
      </tr>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-lead-table': LeadTable;
  }
}
