import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { selectInput } from '../app/fields.ts';
import { icon } from '../app/icons.ts';
import type { MenuItem } from '../app/parts/menu.ts';
import type { FieldWords } from '../app/record/conflict.ts';
import type { EditorApi, RecordEditor } from '../app/record/editor.ts';
import { RecordSheet } from '../app/record/sheet.ts';
import type { EntryView, LoadTimeline } from '../app/record/timeline.ts';
import type { Route } from '../app/routes.ts';
import { LanguageController } from '../base/language.ts';
import type { Lead } from './board-state.ts';
import { budgetText } from './budget-text.ts';
import type { LeadActions } from './lead-actions.ts';
import { leadFacts } from './lead-facts.ts';
import type { LeadPatch } from './lead-fields.ts';
import type { LeadStore } from './lead-store.ts';
import { type LeadText, leadTexts } from './texts.ts';
import { describeEntry } from './timeline-text.ts';

export interface FormName {
  readonly id: string;
  readonly name: string;
}

type Editor = RecordEditor<Lead, LeadPatch>;

/**
 * One lead beside its list.
 *
 * @event app-move - `{ record, to }`, as on the board.
 * @event app-convert - It shall become a client and a project.
 */
export class LeadSheet extends RecordSheet<Lead, LeadPatch> {
  @property({ attribute: false }) store!: LeadStore;
  @property({ attribute: false }) actions!: LeadActions;
  @property({ attribute: false }) forms: readonly FormName[] = [];
  @property({ attribute: false }) types: readonly string[] = [];

  readonly language = new LanguageController(this, leadTexts);
  readonly #t = this.language.t;

  protected override readonly words: FieldWords<Lead, LeadPatch> = {
    t: this.#t,
    label: (field) => (field === 'budget' ? this.#t('column.budget') : this.#t(`lead.${field}` as LeadText)),
    value: (field, value) =>
      field === 'budget'
        ? (budgetText(value as Lead['budget'], this.#t, this.locale) ?? this.#t('sheet.empty'))
        : undefined,
  };

  protected override get neighbours() {
    return { previous: this.#t('sheet.previous'), next: this.#t('sheet.next') };
  }

  protected override records(): EditorApi<Lead, LeadPatch> {
    return this.app.api.leads;
  }

  protected override nameOf({ name }: Lead): string {
    return name;
  }

  protected override routeOf(leadId: string): Route {
    return { name: 'leads', slug: this.app.membership.slug, leadId };
  }

  #move(to: string): void {
    const lead = this.editor?.record;
    if (lead) this.send('app-move', { record: lead, to });
  }

  protected override menuOf(lead: Lead): MenuItem[] {
    if (lead.deletedAt) {
      return [
        this.copyLinkItem,
        { label: this.#t('action.restore'), icon: 'rotateCcw', run: () => void this.actions.restore([lead]) },
      ];
    }
    const spam: MenuItem = { label: this.#t('move.markSpam'), icon: 'ban', run: () => this.#move('spam') };
    const remove = async (): Promise<void> => {
      if (await this.actions.remove([lead])) this.send('app-close');
    };
    const convert: MenuItem = { label: this.#t('convert.open'), icon: 'camera', run: () => this.send('app-convert') };
    return [
      this.copyLinkItem,
      ...(lead.status === 'open' ? [convert, spam] : []),
      { label: this.#t('action.delete'), icon: 'trash2', tone: 'danger', divided: true, run: () => void remove() },
    ];
  }

  protected override renderBody(lead: Lead, editor: Editor): TemplateResult {
    const formName = this.forms.find(({ id }) => id === lead.formId)?.name;
    return html`
      <div class="side">
        <alloza-lead-fields .editor=${editor} .types=${this.types}></alloza-lead-fields>
        ${leadFacts({ lead, t: this.#t, locale: this.locale, formName, instant: (at) => this.instant(at) })}
      </div>
      <alloza-app-timeline
        .subject=${lead.id}
        .version=${lead.version}
        .load=${this.#load}
        .describe=${this.#describe}
      ></alloza-app-timeline>
    `;
  }

  readonly #load: LoadTimeline = (id, page, options) => this.app.api.leads.timeline(id, page, options);

  readonly #describe = (entry: Parameters<typeof describeEntry>[0]): EntryView =>
    describeEntry(entry, {
      t: this.#t,
      locale: this.locale,
      stageName: (id) => this.store.pipeline?.stages.find((stage) => stage.id === id)?.name,
    });

  protected override renderHead(lead: Lead, editor: Editor): TemplateResult {
    return html`
      ${this.nameField(editor, 'name', this.#t('lead.name'), 120)}
    <div class="where">
      <time datetime=${lead.createdAt} title=${this.instant(lead.createdAt)}
        >${this.#t('sheet.created', { when: this.when(lead.createdAt) })}</time
      >
      ${lead.stale ? html`<span class="pill warning">${icon('hourglass')}${this.#t('card.stale')}</span>` : nothing}
    </div>
    ${lead.deletedAt ? this.#deleted(lead) : lead.status === 'open' ? this.#openRow(lead) : this.#closed(lead)}
    `;
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
      ${lead.status === 'won' ? this.#convert(lead) : nothing}
      ${
        lead.projectId
          ? nothing
          : html`<button class="button" @click=${() => void this.actions.move([lead], { status: 'open' })}>
            ${icon('rotateCcw')}${this.#t('move.reopen')}
          </button>`
      }
    </div>`;
  }

  /** The way to a client and a project: makes them, or leads to those it became. */
  #convert({ clientId, projectId }: Lead): TemplateResult {
    const { navigator, membership } = this.app;
    const { slug } = membership;
    if (!clientId || !projectId) {
      return html`<button class="button primary" @click=${() => this.send('app-convert')}>
        ${icon('camera')}${this.#t('convert.open')}
      </button>`;
    }
    return html`
      <a class="button primary" href=${navigator.href({ name: 'projects', slug, projectId })}
        >${icon('camera')}${this.#t('convert.openProject')}</a
      >
      <a class="button" href=${navigator.href({ name: 'clients', slug, clientId })}
        >${icon('user')}${this.#t('convert.openClient')}</a
      >
    `;
  }

  #deleted(lead: Lead): TemplateResult {
    return html`<div class="notice warning">
      ${icon('trash2')}
      <div>${this.#t('sheet.deleted')}</div>
      <button class="button small" @click=${() => void this.actions.restore([lead])}>${this.#t('action.restore')}</button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-lead-sheet': LeadSheet;
  }
}
