import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { personApi } from '../../app/api.ts';
import { problemNotice } from '../../app/states.ts';
import { AuthPage } from './page.ts';

/**
 * Takes a new address with the token of the mail, on a press of the button: a mail scanner that follows the link must
 * change nothing.
 *
 * @event app-signed-in - The account is another than the one that was read before.
 */
export class ConfirmEmailPage extends AuthPage {
  @state() private done = false;

  readonly #submit = (event: Event): void => {
    void this.form.submit(event, {
      send: async () => {
        await personApi(this.connection).account.confirmEmail({ token: this.token });
        this.dispatchEvent(new CustomEvent('app-signed-in'));
        this.done = true;
        await this.updateComplete;
        this.renderRoot.querySelector('h1')?.focus();
      },
    });
  };

  /** Whoever confirmed in the browser they are signed in with goes on there; anybody else comes to the sign-in. */
  readonly #goOn = (): void => {
    this.navigator.go({ name: 'home' }, { replace: true });
  };

  override render(): TemplateResult {
    const { problem } = this.form;
    const goOn = html`<button class="button primary wide" @click=${this.#goOn}>${this.t('confirm.goOn')}</button>`;
    if (this.done) {
      const { t } = this;
      return this.frame(html`<div role="status">${this.heading(t('confirm.doneTitle'), t('confirm.doneText'))}</div>
        ${goOn}`);
    }
    if (!this.token || this.isDeadLink(problem)) {
      return this.frame(html`
        <div role="alert">${this.heading(this.t('confirm.invalidTitle'), this.t('confirm.invalidText'))}</div>
        ${goOn}
      `);
    }
    return this.frame(
      html`
        ${this.heading(this.t('confirm.title'), this.t('confirm.text'))} ${problemNotice(problem, this.t)}
        <form @submit=${this.#submit}>${this.submitButton(this.t('confirm.action'))}</form>
      `,
      this.t('confirm.notYou'),
    );
  }
}
