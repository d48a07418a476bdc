import { html } from 'lit';
import { state } from 'lit/decorators.js';
import { personApi } from '../../app/api.ts';
import { textField } from '../../app/fields.ts';
import { problemNotice } from '../../app/states.ts';
import { AuthPage } from './page.ts';

/** Asks for the mail with which a new password is set. */
export class ForgotPasswordPage extends AuthPage {
  @state() private email = '';
  @state() private sent = false;

  readonly #submit = (event: Event): void => {
    void this.form.submit(event, {
      check: () => this.fieldErrors({ email: this.email }),
      send: async () => {
        await personApi(this.connection).account.requestPasswordReset({ email: this.email.trim() });
        this.sent = true;
      },
    });
  };

  override render() {
    const back = this.link('sign-in', this.t('forgot.back'));
    if (this.sent) {
      const text = this.t('forgot.sentText', { email: this.email.trim() });
      return this.frame(html`<div role="status">${this.heading(this.t('register.sentTitle'), text)}</div>`, back);
    }
    return this.frame(
      html`
        ${this.heading(this.t('forgot.title'), this.t('forgot.text'))} ${problemNotice(this.form.problem, this.t)}
        <form class="form" novalidate @submit=${this.#submit}>
          ${textField({
            name: 'email',
            label: this.t('auth.email'),
            value: this.email,
            type: 'email',
            autocomplete: 'username',
            required: true,
            autofocus: true,
            dir: 'ltr',
            error: this.form.errors.email,
            input: (value) => {
              this.email = value;
              this.form.touch('email');
            },
          })}
          ${this.submitButton(this.t('forgot.action'))}
        </form>
      `,
      back,
    );
  }
}
