import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { moneyToText, textToMoney } from '../app/format.ts';
import { icon } from '../app/icons.ts';
import type { MenuItem } from '../app/parts/menu.ts';
import type { Person } from '../app/people.ts';
import type { NamedClient } from '../app/record/client-picker.ts';
import { RecordFields } from '../app/record/fields.ts';
import { LanguageController } from '../base/language.ts';
import { projectTexts } from './texts.ts';
import type { Project, ProjectPatch } from './view.ts';

/** Who a job is for, who does it, and what it is. Saved when a field is left. */
export class ProjectFields extends RecordFields<Project, ProjectPatch> {
  static override styles = [
    ...[RecordFields.styles].flat(),
    css`
      .who {
        display: grid;
        gap: 4px;
        padding-block: 2px;
      }

      .who .pill {
        justify-self: start;
        max-inline-size: 100%;
        padding-inline-end: 2px;
      }

      .who .pill a {
        color: inherit;
      }
    `,
  ];

  @property({ attribute: false }) people: readonly Person[] = [];

  readonly language = new LanguageController(this, projectTexts);
  readonly #t = this.language.t;

  #saveClients(clients: readonly NamedClient[]): void {
    const patch = { clientIds: clients.map(({ id }) => id) };
    void this.editor.save('clients', patch, { clients: [...clients] });
  }

  #saveValue(event: Event): void {
    const currency = this.editor.shown.value?.currency ?? this.app.workspace.currency;
    const amount = textToMoney((event.target as HTMLInputElement).value, currency);
    if (amount === undefined) this.mark('value', this.#t('field.amount'));
    else this.save('value', amount === null ? null : { amount, currency });
  }

  override render(): TemplateResult {
    const { shown: project } = this.editor;
    return html`
      <section class="group">
        <h3>${this.#t('sheet.people')}</h3>
        ${this.#clients(project)} ${this.#members(project)}
      </section>
      <section class="group">
        <h3>${this.#t('sheet.job')}</h3>
        ${this.row('projectType', this.#t('project.type'), this.#text('projectType', project.projectType, 120))}
        ${project.value || this.may('manager') ? this.#value(project) : nothing}
        ${this.row('tags', this.#t('project.tags'), this.tagList(project.tags, []))}
      </section>
      <section class="group words">
        <h3><label for="description">${this.#t('project.description')}</label>${this.tick('description')}</h3>
        <textarea
          class="input"
          id="description"
          rows="2"
          dir="auto"
          maxlength="5000"
          placeholder=${this.#t('sheet.empty')}
          .value=${live(this.typed('description') ?? project.description ?? '')}
          @change=${(event: Event) => this.save('description', (event.target as HTMLTextAreaElement).value || null)}
        ></textarea>
      </section>
    `;
  }

  #text(name: 'projectType', value: string | null, max: number): TemplateResult {
    return html`<input
      class="input"
      id=${name}
      dir="auto"
      autocomplete="off"
      maxlength=${max}
      placeholder=${this.#t('sheet.empty')}
      .value=${live(this.typed(name) ?? value ?? '')}
      @change=${(event: Event) => this.save(name, (event.target as HTMLInputElement).value.trim() || null)}
    />`;
  }

  #value({ value }: Project): TemplateResult {
    const currency = value?.currency ?? this.app.workspace.currency;
    const wrong = this.errorOf('value');
    return this.row(
      'value',
      html`${this.#t('project.value')} <span class="faint">(${currency})</span>`,
      html`<input
        class="input numbers"
        id="value"
        inputmode="decimal"
        autocomplete="off"
        placeholder=${this.#t('sheet.empty')}
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby=${wrong ? 'value-error' : nothing}
        .value=${live(this.typed('value') ?? moneyToText(value?.amount, currency))}
        @change=${(event: Event) => this.#saveValue(event)}
      />`,
    );
  }

  #clients({ clients }: Project): TemplateResult {
    const { navigator, membership } = this.app;
    const pill = ({ id, displayName }: NamedClient): TemplateResult => html`<span class="pill"
      ><a class="clip" href=${navigator.href({ name: 'clients', slug: membership.slug, clientId: id })}
        ><bdi>${displayName}</bdi></a
      ><button
        aria-label=${this.#t('entry.remove', { name: displayName })}
        @click=${() => this.#saveClients(clients.filter((one) => one.id !== id))}
      >
        ${icon('x')}
      </button></span
    >`;
    return this.#property(
      'clients',
      this.#t('project.clients'),
      html`<div class="who tags">
        ${clients.map(pill)}
        ${
          clients.length < 20
            ? html`<alloza-client-picker
              quiet
              label=${this.#t('project.addClient')}
              .without=${clients.map(({ id }) => id)}
              @app-pick=${(event: CustomEvent<NamedClient>) => this.#saveClients([...clients, event.detail])}
            ></alloza-client-picker>`
            : nothing
        }
      </div>`,
    );
  }

  #members({ memberIds }: Project): TemplateResult | typeof nothing {
    if (this.people.length === 0 && memberIds.length === 0) return nothing;
    const nameOf = (id: string) => this.people.find((person) => person.id === id)?.name ?? this.#t('role.member');
    const set = (ids: readonly string[]): void => this.save('memberIds', ids);
    const without = (id: string) => memberIds.filter((one) => one !== id);
    const items = this.people.map(({ id, name }): MenuItem => {
      const on = memberIds.includes(id);
      return { label: name, checked: on, run: () => set(on ? without(id) : [...memberIds, id]) };
    });
    return this.#property(
      'memberIds',
      this.#t('project.members'),
      html`<div class="who tags">
        ${memberIds.map(
          (id) => html`<span class="pill"
            ><bdi class="clip">${nameOf(id)}</bdi
            ><button aria-label=${this.#t('entry.remove', { name: nameOf(id) })} @click=${() => set(without(id))}>
              ${icon('x')}
            </button></span
          >`,
        )}
        ${
          items.length > 0
            ? html`<alloza-app-menu .items=${items} label=${this.#t('project.assign')}>
              <button class="button quiet small">${icon('plus')}${this.#t('project.assign')}</button>
            </alloza-app-menu>`
            : nothing
        }
      </div>`,
    );
  }

  /** A line whose controls have labels of their own. */
  #property(field: 'clients' | 'memberIds', label: string, content: TemplateResult): TemplateResult {
    const error = this.errorOf(field);
    return html`<div class="property" role="group" aria-label=${label}>
      <span class="label">${label}</span>
      ${content} ${this.tick(field)}
      ${error ? html`<div class="error" role="alert">${icon('circleAlert')}<span>${error}</span></div>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-project-fields': ProjectFields;
  }
}
