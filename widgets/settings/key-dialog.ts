import type { Schema } from '@alloza/sdk/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { areaField, textField } from '../app/fields.ts';
import { FormController } from '../app/form.ts';
import { icon } from '../app/icons.ts';
import { problemNotice } from '../app/states.ts';
import { LanguageController } from '../base/language.ts';
import { choiceCards } from './choice-cards.styles.ts';
import { readOrigins, type Scope, scopes } from './key-rules.ts';
import { type SettingsText, settingsTexts } from './texts.ts';

type ApiKey = Schema<'ApiKey'>;

/**
 * Creates a key, or changes the name, websites or rights of one.
 *
 * @event app-close
 * @event app-created - `{ apiKey, key }`: the only time a secret key is known.
 * @event app-saved - The changed key.
 */
export class KeyDialog extends AppElement {
  static override styles = [
    AppElement.styles,
    choiceCards,
    css`
      .scopes {
        display: grid;
        gap: 4px 16px;
        grid-template-columns: minmax(0, 1fr) auto auto;
      }

      .scopes > span {
        padding-block: 4px;
      }

      .scopes .check {
        align-items: center;
        padding-block: 4px;
      }

      .scopes .check + .last {
        grid-column: 3;
      }
    `,
  ];

  /** The key to change; none to create one. */
  @property({ attribute: false }) apiKey?: ApiKey;
  @state() private kind: ApiKey['kind'] = 'publishable';
  @state() private name = '';
  @state() private origins = '';
  @state() private chosen: readonly Scope[] = [];

  readonly language = new LanguageController(this, settingsTexts);
  readonly #t = this.language.t;
  readonly #form = new FormController(this);

  protected override studioChanged(): void {
    if (!this.apiKey) return;
    this.kind = this.apiKey.kind;
    this.name = this.apiKey.name;
    this.origins = this.apiKey.origins.join('\n');
    this.chosen = this.apiKey.scopes;
  }

  #check() {
    const { wrong } = readOrigins(this.origins);
    const isSecret = this.kind === 'secret';
    return {
      name: this.name.trim() ? undefined : this.#t('field.required'),
      origins: !isSecret && wrong ? this.#t('keys.originWrong', { origin: wrong }) : undefined,
      scopes: isSecret && this.chosen.length === 0 ? this.#t('keys.scopesWrong') : undefined,
    };
  }

  async #send(): Promise<void> {
    const { apiKeys } = this.app.api;
    const name = this.name.trim();
    const rights =
      this.kind === 'secret' ? { scopes: [...this.chosen] } : { origins: readOrigins(this.origins).origins };
    if (this.apiKey) {
      const saved = await apiKeys.update(this.apiKey.id, { name, ...rights }, { ifMatch: this.apiKey.version });
      this.dispatchEvent(new CustomEvent('app-saved', { detail: saved }));
    } else {
      const created = await apiKeys.create({ kind: this.kind, name, ...rights });
      this.dispatchEvent(new CustomEvent('app-created', { detail: created }));
    }
  }

  readonly #submit = (event: Event): void => {
    void this.#form.submit(event, { check: () => this.#check(), send: () => this.#send() });
  };

  readonly #close = (): void => {
    this.dispatchEvent(new CustomEvent('app-close'));
  };

  override render(): TemplateResult {
    const { apiKey } = this;
    return html`
      <alloza-app-dialog
        .open=${true}
        heading=${this.#t(apiKey ? 'keys.editTitle' : 'keys.create')}
        closeLabel=${this.#t('action.close')}
        @app-close=${this.#close}
      >
        <form class="form" novalidate @submit=${this.#submit}>
          ${problemNotice(this.#form.problem, this.#t)} ${apiKey ? nothing : this.#kinds()}
          ${textField({
            name: 'name',
            label: this.#t('keys.name'),
            hint: this.#t('keys.nameHint'),
            value: this.name,
            maxLength: 120,
            autofocus: true,
            autocomplete: 'off',
            dir: 'auto',
            error: this.#form.errors.name,
            input: (value) => {
              this.name = value;
              this.#form.touch('name');
            },
          })}
          ${this.kind === 'secret' ? this.#scopes() : this.#origins()}
          <button hidden></button>
        </form>
        <button slot="footer" class="button" @click=${this.#close}>${this.#t('action.cancel')}</button>
        <button slot="footer" class="button primary" ?disabled=${this.#form.busy} @click=${this.#submit}>
          ${this.#t(apiKey ? 'action.saveChanges' : 'keys.create')}
        </button>
      </alloza-app-dialog>
    `;
  }

  #kinds(): TemplateResult {
    const owner = this.may('owner');
    const choice = (kind: ApiKey['kind'], disabled: boolean): TemplateResult => html`
      <label>
        <input
          type="radio"
          name="kind"
          .checked=${this.kind === kind}
          ?disabled=${disabled}
          @change=${() => (this.kind = kind)}
        />
        <span>
          <strong>${this.#t(`keys.${kind}`)}</strong><br />
          <span class="hint">${this.#t(disabled ? 'keys.secretOwner' : `keys.${kind}Hint`)}</span>
        </span>
      </label>
    `;
    return html`<fieldset>
      <legend>${this.#t('keys.kind')}</legend>
      <div class="kinds">${choice('publishable', false)} ${choice('secret', !owner)}</div>
    </fieldset>`;
  }

  #origins(): TemplateResult {
    return html`
      ${areaField({
        name: 'origins',
        label: this.#t('keys.origins'),
        hint: this.#t('keys.originsHint'),
        value: this.origins,
        rows: 2,
        error: this.#form.errors.origins,
        input: (value) => {
          this.origins = value;
          this.#form.touch('origins');
        },
      })}
      ${
        this.origins.trim()
          ? nothing
          : html`<div class="notice warning">${icon('triangleAlert')}<div>${this.#t('keys.anyOriginWarning')}</div></div>`
      }
    `;
  }

  #scopes(): TemplateResult {
    const toggle = (scope: Scope, on: boolean): void => {
      this.chosen = on ? [...this.chosen, scope] : this.chosen.filter((other) => other !== scope);
      this.#form.touch('scopes');
    };
    const error = this.#form.errors.scopes;
    const check = (scope: Scope, about: string): TemplateResult => {
      const verb = scope.endsWith(':read') ? 'keys.read' : 'keys.write';
      return html`<label class="check ${verb === 'keys.write' ? 'last' : ''}">
        <input
          type="checkbox"
          name="scopes"
          aria-label="${about}: ${this.#t(verb)}"
          aria-invalid=${error ? 'true' : nothing}
          .checked=${this.chosen.includes(scope)}
          @change=${(event: Event) => toggle(scope, (event.target as HTMLInputElement).checked)}
        />
        ${this.#t(verb)}
      </label>`;
    };
    const row = ([subject, all]: [string, readonly Scope[]]): TemplateResult => {
      const about = this.#t(`keys.scope.${subject}` as SettingsText);
      return html`<span>${about}</span>${all.map((scope) => check(scope, about))}${all.length === 1 ? html`<span></span>` : nothing}`;
    };
    return html`<fieldset>
      <legend>${this.#t('keys.scopes')}</legend>
      <div class="scopes">${Object.entries(scopes).map(row)}</div>
      ${error ? html`<div class="error" role="alert">${icon('circleAlert')}<span>${error}</span></div>` : nothing}
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-key-dialog': KeyDialog;
  }
}
