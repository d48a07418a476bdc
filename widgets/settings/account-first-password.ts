import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { problemNotice } from '../app/states.ts';
import { SettingsDialog } from './dialog.ts';

/**
 * For whoever signs in with Google alone and comes to a step that asks for a password: sets one by mail first.
 *
 * @event app-close
 */
export class FirstPasswordDialog extends SettingsDialog {
  @state() private sent = false;

  protected override submit(event?: Event): void {
    void this.form.submit(event, {
      send: async () => {
        await this.app.person.account.requestPasswordReset({ email: this.app.account.email });
        this.sent = true;
      },
    });
  }

  override render(): TemplateResult {
    const { email } = this.app.account;
    if (this.sent) return this.told(this.t('account.emailSentTitle'), this.t('account.firstSent', { email }));
    return this.dialog({
      heading: this.t('account.firstTitle'),
      action: this.t('account.sendLink'),
      content: html`<p>${this.t('account.firstText', { email })}</p>
        ${problemNotice(this.form.problem, this.t)}`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-account-first-password': FirstPasswordDialog;
  }
}
