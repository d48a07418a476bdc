import type { Schema } from '@alloza/sdk/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { selectField, textField } from '../app/fields.ts';
import { FormController } from '../app/form.ts';
import { icon } from '../app/icons.ts';
import { Loading } from '../app/loading.ts';
import type { NamedClient } from '../app/record/client-picker.ts';
import { bones, problemNotice } from '../app/states.ts';
import { LanguageController } from '../base/language.ts';
import type { Lead } from './board-state.ts';
import { leadTexts } from './texts.ts';

type Client = Schema<'Client'>;
type Project = Schema<'Project'>;

/**
 * Makes a client and a project of a lead, or joins those that are there: who looks like the same person is offered.
 * Says at the end what came of it, with the way to both.
 *
 * @event app-close
 * @event app-converted - The lead as it is now.
 */
export class ConvertDialog extends AppElement {
  static override styles = [
    AppElement.styles,
    css`
      fieldset {
        display: grid;
        gap: 8px;
      }

      legend {
        font-weight: 500;
        margin-block-end: 6px;
        padding: 0;
      }

      .done {
        display: grid;
        gap: 12px;
      }

      .done a {
        justify-content: start;
      }
    `,
  ];

  @property({ attribute: false }) lead!: Lead;
  /** The client it joins; an empty text for a new one. */
  @state() private clientId?: string;
  @state() private picked?: NamedClient;
  @state() private projectId = '';
  @state() private projects: readonly Project[] = [];
  @state() private typedTitle?: string;
  @state() private outcome?: Schema<'LeadConversion'>;

  readonly language = new LanguageController(this, leadTexts);
  readonly #t = this.language.t;
  readonly #form = new FormController(this);
  /** Who has the address or the number of the enquiry. */
  readonly #known = new Loading<readonly Client[]>(this, (signal) => this.#find(signal));

  protected override studioChanged(): void {
    void this.#known.run();
  }

  async #find(signal: AbortSignal): Promise<readonly Client[]> {
    const { knownClientId, phone } = this.lead;
    const { clients } = this.app.api;
    const [known, numbered] = await Promise.all([
      knownClientId ? clients.get(knownClientId, { signal }) : undefined,
      phone ? clients.list({ q: phone, limit: 4 }, { signal }) : undefined,
    ]);
    const found = new Map([...(known ? [known] : []), ...(numbered?.items ?? [])].map((one) => [one.id, one]));
    const all = [...found.values()];
    this.#choose(all[0]?.id ?? '');
    return all;
  }

  #choose(clientId: string): void {
    this.clientId = clientId;
    this.projectId = '';
    this.projects = [];
    if (clientId) void this.#loadProjects(clientId);
  }

  /** Jobs that are not over: the enquiry may be about one of them. Without them a new one is made. */
  async #loadProjects(clientId: string): Promise<void> {
    const found = await this.app.api.projects.list({ clientId, limit: 25 }).catch(() => undefined);
    const over = ['delivered', 'closed', 'cancelled'];
    if (clientId === this.clientId) this.projects = (found?.items ?? []).filter(({ status }) => !over.includes(status));
  }

  get #title(): string {
    const { name, projectType } = this.lead;
    return this.typedTitle ?? [name, projectType].filter(Boolean).join(' – ');
  }

  readonly #submit = (event: Event): void => {
    const title = this.#title.trim().slice(0, 200);
    void this.#form.submit(event, {
      check: () => (this.projectId || title ? {} : { title: this.#t('field.required') }),
      send: async () => {
        this.outcome = await this.app.api.leads.convert(this.lead.id, {
          ...(this.clientId && { clientId: this.clientId }),
          ...(this.projectId ? { projectId: this.projectId } : { title }),
        });
        this.dispatchEvent(new CustomEvent('app-converted', { detail: this.outcome.lead }));
      },
    });
  };

  readonly #close = (): void => {
    this.dispatchEvent(new CustomEvent('app-close'));
  };

  override render(): TemplateResult {
    const { outcome } = this;
    return html`
      <alloza-app-dialog
        .open=${true}
        heading=${this.#t(outcome ? 'convert.doneTitle' : 'convert.title', { name: this.lead.name })}
        closeLabel=${this.#t('action.close')}
        @app-close=${this.#close}
      >
        ${outcome ? this.#done(outcome) : this.#questions()}
        ${
          outcome
            ? html`<button slot="footer" class="button" @click=${this.#close}>${this.#t('action.close')}</button>`
            : html`
              <button slot="footer" class="button" @click=${this.#close}>${this.#t('action.cancel')}</button>
              <button
                slot="footer"
                class="button primary"
                ?disabled=${this.#form.busy || this.clientId === undefined}
                @click=${this.#submit}
              >
                ${this.#t('convert.action')}
              </button>
            `
        }
      </alloza-app-dialog>
    `;
  }

  #done({ clientId, projectId, madeClient, madeProject }: Schema<'LeadConversion'>): TemplateResult {
    const { navigator, membership } = this.app;
    const { slug } = membership;
    return html`<div class="done" role="status">
      <p>${this.#t(madeClient ? 'convert.madeClient' : 'convert.joinedClient')}
        ${this.#t(madeProject ? 'convert.madeProject' : 'convert.joinedProject')}</p>
      <a class="button" href=${navigator.href({ name: 'projects', slug, projectId })}
        >${icon('camera')}${this.#t('convert.openProject')}</a
      >
      <a class="button" href=${navigator.href({ name: 'clients', slug, clientId })}
        >${icon('user')}${this.#t('convert.openClient')}</a
      >
    </div>`;
  }

  #questions(): TemplateResult {
    const { value, state: loading } = this.#known;
    if (loading === 'error') return html`${problemNotice(this.#known.error, this.#t)}`;
    if (!value) return html`<div class="form">${bones([60, 80, 40], this.#t)}</div>`;
    return html`<form class="form" novalidate @submit=${this.#submit}>
      ${problemNotice(this.#form.problem, this.#t)} ${this.#clientChoice(value)} ${this.#projectChoice()}
      <button hidden></button>
    </form>`;
  }

  #clientChoice(known: readonly Client[]): TemplateResult {
    const { picked, lead } = this;
    const choice = (id: string, label: unknown, why: string | undefined): TemplateResult => html`<label class="check">
      <input type="radio" name="client" .checked=${this.clientId === id} @change=${() => this.#choose(id)} />
      <span>${label}${why ? html`<br /><span class="meta">${why}</span>` : nothing}</span>
    </label>`;
    const others = known.filter(({ id }) => id !== picked?.id);
    return html`<fieldset>
      <legend>${this.#t('convert.who')}</legend>
      ${others.map(({ id, displayName }) =>
        choice(
          id,
          html`<bdi>${displayName}</bdi>`,
          this.#t(id === lead.knownClientId ? 'convert.sameEmail' : 'convert.samePhone'),
        ),
      )}
      ${picked ? choice(picked.id, html`<bdi>${picked.displayName}</bdi>`, undefined) : nothing}
      ${lead.knownClientId ? nothing : choice('', this.#t('convert.newClient', { name: lead.name }), undefined)}
      <alloza-client-picker
        label=${this.#t('convert.findClient')}
        @app-pick=${({ detail }: CustomEvent<NamedClient>) => {
          this.picked = detail;
          this.#choose(detail.id);
        }}
      ></alloza-client-picker>
    </fieldset>`;
  }

  #projectChoice(): TemplateResult {
    const { projects } = this;
    return html`
      ${
        projects.length > 0
          ? selectField({
              name: 'project',
              label: this.#t('convert.project'),
              value: this.projectId,
              choices: [
                { value: '', label: this.#t('convert.newProject') },
                ...projects.map(({ id, title }) => ({ value: id, label: title })),
              ],
              change: (id) => (this.projectId = id),
            })
          : nothing
      }
      ${
        this.projectId
          ? nothing
          : textField({
              name: 'title',
              label: this.#t('convert.projectTitle'),
              value: this.#title,
              error: this.#form.errors.title,
              maxLength: 200,
              autocomplete: 'off',
              dir: 'auto',
              input: (title) => {
                this.typedTitle = title;
                this.#form.touch('title');
              },
            })
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-convert-lead': ConvertDialog;
  }
}
