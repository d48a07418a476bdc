import { html } from 'lit';
import { state } from 'lit/decorators.js';
import { personApi } from '../../app/api.ts';
import { viewProblem } from '../../app/problems.ts';
import { problemNotice } from '../../app/states.ts';
import { AuthPage } from './page.ts';

/** Finishes a registration. The mail's link only shows this page: a mail scanner that follows it must change nothing. */
export class VerifyEmailPage extends AuthPage {
  @state() private email?: string;

  readonly #submit = (event: Event): void => {
    void this.form.submit(event, {
      send: async () => {
        const token = this.navigator.query.get('token') ?? '';
        this.email = (await personApi(this.connection).account.verifyEmail({ token })).email;
      },
    });
  };

  readonly #signIn = (): void => {
    this.navigator.go({ name: 'auth', page: 'sign-in' }, { query: { email: this.email }, replace: true });
  };

  override render() {
    if (this.email) {
      return this.frame(html`
        ${this.heading(this.t('verify.doneTitle'), this.t('verify.doneText', { email: this.email }))}
        <button class="button primary wide" @click=${this.#signIn}>${this.t('signIn.action')}</button>
      `);
    }
    const { problem } = this.form;
    const { kind } = viewProblem(problem);
    const invalid = !this.navigator.query.get('token') || (problem && (kind === 'refused' || kind === 'invalid'));
    if (invalid) {
      return this.frame(html`
        <div role="alert">${this.heading(this.t('verify.invalidTitle'), this.t('verify.invalidText'))}</div>
        <div class="row between">
          ${this.link('register', this.t('signIn.register'))} ${this.link('sign-in', this.t('signIn.action'))}
        </div>
      `);
    }
    return this.frame(html`
      ${this.heading(this.t('verify.title'), this.t('verify.text'))} ${problemNotice(problem, this.t)}
      <form class="form" @submit=${this.#submit}>${this.submitButton(this.t('verify.action'))}</form>
    `);
  }
}
