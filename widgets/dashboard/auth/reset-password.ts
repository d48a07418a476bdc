import { html } from 'lit';
import { state } from 'lit/decorators.js';
import { personApi } from '../../app/api.ts';
import { problemNotice } from '../../app/states.ts';
import { AuthPage } from './page.ts';

/** Sets a new password with the token of the mail. */
export class ResetPasswordPage extends AuthPage {
  @state() private password = '';
  @state() private done = false;

  readonly #submit = (event: Event): void => {
    void this.form.submit(event, {
      check: () => this.fieldErrors({ password: this.password }),
      send: async () => {
        const { token, password } = this;
        await personApi(this.connection).account.resetPassword({ token, password });
        this.done = true;
      },
    });
  };

  override render() {
    const signIn = this.link('sign-in', this.t('signIn.action'));
    if (this.done) return this.frame(this.heading(this.t('reset.doneTitle'), this.t('reset.doneText')), signIn);
    const { problem } = this.form;
    if (!this.token || this.isDeadLink(problem)) {
      return this.frame(
        html`<div role="alert">${this.heading(this.t('reset.invalidTitle'), this.t('reset.invalidText'))}</div>`,
        this.link('forgot-password', this.t('forgot.title')),
      );
    }
    return this.frame(html`
      ${this.heading(this.t('reset.title'), this.t('reset.text'))} ${problemNotice(problem, this.t)}
      <form class="form" novalidate @submit=${this.#submit}>
        ${this.passwordField({
          label: this.t('auth.newPassword'),
          value: this.password,
          autocomplete: 'new-password',
          hint: this.t('auth.passwordHint'),
          input: (value) => {
            this.password = value;
            this.form.touch('password');
          },
        })}
        ${this.submitButton(this.t('reset.action'))}
      </form>
    `);
  }
}
