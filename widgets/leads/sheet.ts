import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { AppElement } from '../app/app-element.ts';
import { selectInput } from '../app/fields.ts';
import { icon } from '../app/icons.ts';
import type { MenuItem } from '../app/parts/menu.ts';
import { bones, errorState } from '../app/states.ts';
import { StoreController } from '../app/store-controller.ts';
import { LanguageController } from '../base/language.ts';
import type { Lead } from './board-state.ts';
import { conflictNotice } from './conflict.ts';
import type { LeadActions } from './lead-actions.ts';
import { LeadEditor } from './lead-editor.ts';
import { leadFacts } from './lead-facts.ts';
import type { LeadStore } from './lead-store.ts';
import { sheetStyles } from './sheet.styles.ts';
import { leadTexts } from './texts.ts';
import type { LeadTimeline } from './timeline.ts';

export interface FormName {
  readonly id: string;
  readonly name: string;
}

/**
 * One lead beside its list: what it is, and what happened.
 *
 * @event app-close
 * @event app-move - `{ lead, to }`, as on the board.
 * @event app-step - `1` for the next lead, `-1` for the one before.
 */
export class LeadSheet extends AppElement {
  static override styles = [AppElement.styles, sheetStyles];

  @property({ attribute: false }) store!: LeadStore;
  @property({ attribute: false }) actions!: LeadActions;
  @property() leadId = '';
  @property({ attribute: false }) forms: readonly FormName[] = [];
  @property({ attribute: false }) types: readonly string[] = [];
  @property({ type: Boolean, reflect: true }) wide = false;
  @state() private error: unknown;
  @query('alloza-lead-timeline') private timeline?: LeadTimeline;

  readonly language = new LanguageController(this, leadTexts);
  readonly #t = this.language.t;
  readonly #updates = new StoreController(this);
  readonly #edits = new StoreController(this);
  #editor?: LeadEditor;
  #shownFor = '';
  /** The name while it is being typed: another field's answer must not take it away. */
  #typedName?: string;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#updates.follow(this.store);
    this.toggleAttribute('rtl', this.rtl);
    if (changed.has('leadId')) {
      this.#typedName = undefined;
      void this.#open();
    }
    const lead = this.store.board.leads.get(this.leadId);
    if (!lead) {
      this.#editor = undefined;
    } else if (this.#editor?.lead.id === lead.id) {
      if (lead.version > this.#editor.lead.version) this.#editor.take(lead);
    } else {
      this.#editor = new LeadEditor(this.app.api.leads, lead);
      this.#editor.addEventListener('saved', (event) => this.store.put((event as CustomEvent<Lead>).detail));
    }
    this.#edits.follow(this.#editor);
  }

  protected override updated(): void {
    if (!this.#editor || this.#shownFor === this.leadId) return;
    this.#shownFor = this.leadId;
    this.renderRoot.querySelector<HTMLElement>('.panel')?.focus({ preventScroll: true });
  }

  /** What the list knows is shown at once; the newest version follows. */
  async #open(): Promise<void> {
    const id = this.leadId;
    this.error = undefined;
    try {
      const lead = await this.app.api.leads.get(id);
      if (id === this.leadId) this.store.put(lead);
    } catch (error) {
      if (id === this.leadId) this.error = error;
    }
  }

  writeNote(): void {
    this.timeline?.write();
  }

  #send(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #move(to: string): void {
    const lead = this.#editor?.lead;
    if (lead) this.#send('app-move', { lead, to });
  }

  readonly #copyLink = async (): Promise<void> => {
    const { navigator: places, membership, toasts } = this.app;
    const url = new URL(places.href({ name: 'leads', slug: membership.slug, leadId: this.leadId }), this.app.baseUrl);
    await navigator.clipboard.writeText(url.href);
    toasts.show({ text: this.#t('action.copied') });
  };

  override render(): TemplateResult {
    const lead = this.#editor?.lead;
    return html`
      <div class="panel" role="dialog" aria-label=${lead?.name ?? this.#t('state.loading')} tabindex="-1">
        ${this.#toolbar(lead)}
        ${lead ? this.#content(lead, this.#editor!) : this.#waiting()}
      </div>
    `;
  }

  #waiting(): TemplateResult {
    if (this.error) return errorState(this.error, this.#t, () => void this.#open());
    return html`<div class="waiting">${bones([60, 40, 80, 80, 60, 80], this.#t)}</div>`;
  }

  #toolbar(lead: Lead | undefined): TemplateResult {
    const button = (
      name: Parameters<typeof icon>[0],
      label: string,
      run: () => void,
      look = '',
    ): TemplateResult => html`
      <button class="button quiet small only-icon ${look}" aria-label=${label} title=${label} @click=${run}>
        ${icon(name)}
      </button>
    `;
    return html`<div class="toolbar">
      ${button('x', this.#t('sheet.close'), () => this.#send('app-close'))}
      ${button(
        this.wide ? 'minimize2' : 'maximize2',
        this.#t(this.wide ? 'sheet.shrink' : 'sheet.expand'),
        () => this.#send('app-wide', !this.wide),
        'desktop',
      )}
      <span class="spacer"></span>
      ${button('arrowUp', this.#t('sheet.previous'), () => this.#send('app-step', -1))}
      ${button('arrowDown', this.#t('sheet.next'), () => this.#send('app-step', 1))}
      ${
        lead
          ? html`<alloza-app-menu .items=${this.#menu(lead)} label=${this.#t('action.more')}>
            <button class="button quiet small only-icon" aria-label=${this.#t('action.more')}>${icon('ellipsis')}</button>
          </alloza-app-menu>`
          : nothing
      }
    </div>`;
  }

  #menu(lead: Lead): MenuItem[] {
    const link: MenuItem = { label: this.#t('sheet.copyLink'), icon: 'link', run: () => void this.#copyLink() };
    if (lead.deletedAt) {
      return [
        link,
        { label: this.#t('delete.restore'), icon: 'rotateCcw', run: () => void this.actions.restore(lead) },
      ];
    }
    const spam: MenuItem = { label: this.#t('move.markSpam'), icon: 'ban', run: () => this.#move('spam') };
    const remove = async (): Promise<void> => {
      if (await this.actions.remove(lead)) this.#send('app-close');
    };
    return [
      link,
      ...(lead.status === 'open' ? [spam] : []),
      { label: this.#t('action.delete'), icon: 'trash2', tone: 'danger', divided: true, run: () => void remove() },
    ];
  }

  #content(lead: Lead, editor: LeadEditor): TemplateResult {
    const formName = this.forms.find(({ id }) => id === lead.formId)?.name;
    return html`<div class="content">
      ${conflictNotice(editor, this.#t, this.locale)} ${this.#head(lead, editor)}
      <div class="body">
        <div class="side">
          <alloza-lead-fields .editor=${editor} .types=${this.types}></alloza-lead-fields>
          ${leadFacts({ lead, t: this.#t, locale: this.locale, formName, instant: (at) => this.instant(at) })}
        </div>
        <alloza-lead-timeline .store=${this.store} .leadId=${lead.id} .version=${lead.version}></alloza-lead-timeline>
      </div>
    </div>`;
  }

  #head(lead: Lead, editor: LeadEditor): TemplateResult {
    const rename = (event: Event): void => {
      const input = event.target as HTMLInputElement;
      const name = input.value.trim();
      this.#typedName = undefined;
      if (name && name !== lead.name) void editor.save('name', { name });
      else input.value = lead.name;
    };
    return html`<div class="head">
      <input
        class="title"
        aria-label=${this.#t('lead.name')}
        maxlength="120"
        dir="auto"
        autocomplete="off"
        .value=${live(this.#typedName ?? editor.shown.name)}
        @input=${(event: Event) => {
          this.#typedName = (event.target as HTMLInputElement).value;
        }}
        @blur=${() => {
          this.#typedName = undefined;
        }}
        @change=${rename}
      />
      <div class="where">
        <time datetime=${lead.createdAt} title=${this.instant(lead.createdAt)}
          >${this.#t('sheet.created', { when: this.when(lead.createdAt) })}</time
        >
        ${lead.stale ? html`<span class="pill warning">${icon('hourglass')}${this.#t('card.stale')}</span>` : nothing}
      </div>
      ${lead.deletedAt ? this.#deleted(lead) : lead.status === 'open' ? this.#openRow(lead) : this.#closed(lead)}
    </div>`;
  }

  /** An open lead: its stage, its ends, and the first thing one does with an enquiry: answer it. */
  #openRow(lead: Lead): TemplateResult {
    const stages = this.store.pipeline?.stages ?? [];
    const mail = lead.email ? `mailto:${encodeURIComponent(lead.email).replaceAll('%40', '@')}` : undefined;
    return html`<div class="row stage-row">
      ${selectInput({
        name: 'stage',
        label: this.#t('lead.stage'),
        unlabelled: true,
        value: lead.stageId,
        choices: stages.map(({ id, name }) => ({ value: id, label: name })),
        change: (stageId) => this.#move(stageId),
      })}
      <button class="button" @click=${() => this.#move('won')}>${icon('trophy')}${this.#t('status.won')}</button>
      <button class="button" @click=${() => this.#move('lost')}>${icon('circleX')}${this.#t('status.lost')}</button>
      ${mail ? html`<a class="button primary" href=${mail}>${icon('mail')}${this.#t('sheet.mail')}</a>` : nothing}
      ${
        !mail && lead.phone
          ? html`<a class="button primary" href="tel:${lead.phone}">${icon('phone')}${this.#t('sheet.call')}</a>`
          : nothing
      }
    </div>`;
  }

  #closed(lead: Lead): TemplateResult {
    const looks = { won: 'success', lost: '', spam: 'warning', open: '' } as const;
    return html`<div class="row">
      <span class="pill ${looks[lead.status]}">${this.#t(`status.${lead.status}`)}</span>
      ${lead.lostReason ? html`<span class="muted"><bdi>${lead.lostReason}</bdi></span>` : nothing}
      <button class="button" @click=${() => void this.actions.move(lead, { status: 'open' })}>
        ${icon('rotateCcw')}${this.#t('move.reopen')}
      </button>
    </div>`;
  }

  #deleted(lead: Lead): TemplateResult {
    return html`<div class="notice warning">
      ${icon('trash2')}
      <div>${this.#t('sheet.deleted')}</div>
      <button class="button small" @click=${() => void this.actions.restore(lead)}>${this.#t('delete.restore')}</button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-lead-sheet': LeadSheet;
  }
}
