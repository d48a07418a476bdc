import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { selectField, textField } from '../app/fields.ts';
import { FormController, looksLikeEmail } from '../app/form.ts';
import { viewProblem } from '../app/problems.ts';
import { problemNotice } from '../app/states.ts';
import { LanguageController } from '../base/language.ts';
import { type ClientText, clientTexts } from './texts.ts';
import type { Client } from './view.ts';

const noInput = { displayName: '', email: '', phone: '', tags: '', source: '' };
type Field = keyof typeof noInput;

/**
 * Enters a client by hand.
 *
 * @event app-close
 * @event app-created - The client.
 */
export class CreateClientDialog extends AppElement {
  @state() private input = noInput;
  @state() private kind: Client['kind'] = 'person';

  readonly language = new LanguageController(this, clientTexts);
  readonly #t = this.language.t;
  readonly #form = new FormController(this);

  #check(): Record<string, string> {
    const { displayName, email } = this.input;
    return {
      ...(displayName.trim() ? {} : { displayName: this.#t('field.required') }),
      ...(email.trim() && !looksLikeEmail(email) ? { email: this.#t('field.email') } : {}),
    };
  }

  async #send(): Promise<void> {
    const [displayName, email, phone, source] = (['displayName', 'email', 'phone', 'source'] as const).map((name) =>
      this.input[name].trim(),
    );
    const tags = [...new Set(this.input.tags.split(',').map((tag) => tag.trim()))].filter(Boolean);
    const reach = { ...(email && { email }), ...(phone && { phone }) };
    const client = await this.app.api.clients.create({
      kind: this.kind,
      displayName: displayName!,
      tags,
      ...(source && { source }),
      ...(email || phone ? { contacts: [{ name: displayName!.slice(0, 120), ...reach }] } : {}),
    });
    this.dispatchEvent(new CustomEvent('app-created', { detail: client }));
  }

  readonly #submit = async (event: Event): Promise<void> => {
    await this.#form.submit(event, { check: () => this.#check(), send: () => this.#send() });
    if (this.#form.problem) this.#pointToContact();
  };

  /** What the server says of the contact belongs to the line it was entered in. */
  #pointToContact(): void {
    const { code, fields } = viewProblem(this.#form.problem);
    const message = code === 'email_taken' ? this.#t('create.emailTaken') : fields.contacts;
    if (!message) return;
    this.#form.problem = undefined;
    this.#form.errors = { [code === 'email_taken' || !this.input.phone ? 'email' : 'phone']: message };
    void this.#form.focusFirstError();
  }

  #text(name: Field, label: ClientText, more: Partial<Parameters<typeof textField>[0]> = {}): TemplateResult {
    return textField({
      name,
      label: this.#t(label),
      value: this.input[name],
      error: this.#form.errors[name],
      autocomplete: 'off',
      dir: 'auto',
      input: (value) => {
        this.input = { ...this.input, [name]: value };
        this.#form.touch(name);
      },
      ...more,
    });
  }

  readonly #close = (): void => {
    this.dispatchEvent(new CustomEvent('app-close'));
  };

  override render(): TemplateResult {
    const optional = this.#t('state.optional');
    return html`
      <alloza-app-dialog
        .open=${true}
        heading=${this.#t('clients.create')}
        closeLabel=${this.#t('action.close')}
        @app-close=${this.#close}
      >
        <form class="form" novalidate @submit=${this.#submit}>
          ${problemNotice(this.#form.problem, this.#t)}
          ${this.#text('displayName', 'column.name', { required: true, autofocus: true, maxLength: 160 })}
          ${selectField({
            name: 'kind',
            label: this.#t('clients.kind'),
            value: this.kind,
            choices: [
              { value: 'person', label: this.#t('kind.person') },
              { value: 'company', label: this.#t('kind.company') },
            ],
            change: (kind) => (this.kind = kind as Client['kind']),
          })}
          <div class="pair">
            ${this.#text('email', 'contact.email', { type: 'email', maxLength: 254, dir: 'ltr', optional })}
            ${this.#text('phone', 'contact.phone', { type: 'tel', maxLength: 30, dir: 'ltr', optional })}
          </div>
          <div class="pair">
            ${this.#text('tags', 'column.tags', { optional, hint: this.#t('create.tagsHint') })}
            ${this.#text('source', 'client.source', { optional, maxLength: 200 })}
          </div>
          <button hidden></button>
        </form>
        <button slot="footer" class="button" @click=${this.#close}>${this.#t('action.cancel')}</button>
        <button slot="footer" class="button primary" ?disabled=${this.#form.busy} @click=${this.#submit}>
          ${this.#t('create.action')}
        </button>
      </alloza-app-dialog>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-create-client': CreateClientDialog;
  }
}
