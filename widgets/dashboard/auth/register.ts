import { html } from 'lit';
import { state } from 'lit/decorators.js';
import { personApi } from '../../app/api.ts';
import { textField } from '../../app/fields.ts';
import { problemNotice } from '../../app/states.ts';
import { AuthPage } from './page.ts';

const noInput = { name: '', studioName: '', email: '' };

/**
 * Asks for an account. The answer is the same whether or not the address has one already, and the password is chosen
 * by whoever opens the mail.
 */
export class RegisterPage extends AuthPage {
  @state() private input = noInput;
  @state() private sent = false;

  readonly #submit = (event: Event): void => {
    const { name, studioName, email } = this.input;
    void this.form.submit(event, {
      check: () => this.fieldErrors({ required: { name, studioName }, email }),
      send: async () => {
        await personApi(this.connection).account.register({
          name: name.trim(),
          studioName: studioName.trim(),
          email: email.trim(),
          locale: this.language.language,
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        });
        this.sent = true;
      },
    });
  };

  #field(
    name: 'name' | 'studioName' | 'email',
    label: string,
    more: { autocomplete: string; autofocus?: boolean; hint?: string },
  ) {
    return textField({
      ...more,
      name,
      label,
      value: this.input[name],
      type: name === 'email' ? 'email' : 'text',
      dir: name === 'email' ? 'ltr' : 'auto',
      maxLength: name === 'email' ? 254 : 120,
      required: true,
      error: this.form.errors[name],
      input: (value) => {
        this.input = { ...this.input, [name]: value };
        this.form.touch(name);
      },
    });
  }

  override render() {
    return this.sent ? this.#sent() : this.#form();
  }

  #sent() {
    return this.frame(html`
      ${this.heading(this.t('register.sentTitle'), this.t('register.sentText', { email: this.input.email.trim() }))}
      <button
        class="button wide"
        @click=${() => {
          this.sent = false;
        }}
      >
        ${this.t('register.sentAgain')}
      </button>
    `);
  }

  #form() {
    return this.frame(
      html`
        ${this.heading(this.t('register.title'), this.t('register.text'))} ${problemNotice(this.form.problem, this.t)}
        <form class="form" novalidate @submit=${this.#submit}>
          ${this.#field('name', this.t('auth.name'), { autocomplete: 'name', autofocus: true })}
          ${this.#field('studioName', this.t('auth.studioName'), { autocomplete: 'organization' })}
          ${this.#field('email', this.t('auth.email'), { autocomplete: 'email', hint: this.t('register.hint') })}
          ${this.submitButton(this.t('register.action'))}
        </form>
        ${this.googleButton()}
      `,
      html`${this.t('register.haveAccount')} ${this.link('sign-in', this.t('signIn.action'))}`,
    );
  }
}
