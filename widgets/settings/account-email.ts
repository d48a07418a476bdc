import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { textField } from '../app/fields.ts';
import { looksLikeEmail } from '../app/form.ts';
import { problemNotice } from '../app/states.ts';
import { SettingsDialog } from './dialog.ts';

/**
 * Asks for another address: it changes once the link mailed there is opened and confirmed. The answer is the same
 * whether or not the address has an account.
 *
 * @event app-close
 */
export class EmailDialog extends SettingsDialog {
  @state() private email = '';
  @state() private password = '';
  @state() private sent = false;

  protected override submit(event?: Event): void {
    const email = this.email.trim();
    void this.form.submit(event, {
      check: () => ({
        email: !looksLikeEmail(email)
          ? this.t('field.email')
          : email.toLowerCase() === this.app.account.email
            ? this.t('account.sameEmail')
            : undefined,
        password: this.password ? undefined : this.t('field.required'),
      }),
      send: async () => {
        await this.app.person.account.changeEmail({ email, password: this.password });
        this.sent = true;
      },
      refusals: { password_wrong: ['password', this.t('account.passwordWrong')] },
    });
  }

  override render(): TemplateResult {
    if (this.sent) {
      return this.told(this.t('account.emailSentTitle'), this.t('account.emailSent', { email: this.email.trim() }));
    }
    return this.dialog({
      heading: this.t('account.changeEmail'),
      action: this.t('account.sendLink'),
      content: html`
        <p class="muted">${this.t('account.emailNote')}</p>
        ${problemNotice(this.form.problem, this.t)}
        ${textField({
          name: 'email',
          label: this.t('account.newEmail'),
          hint: this.t('account.newEmailHint'),
          value: this.email,
          type: 'email',
          autocomplete: 'email',
          dir: 'ltr',
          maxLength: 254,
          required: true,
          autofocus: true,
          error: this.form.errors.email,
          input: (value) => {
            this.email = value;
            this.form.touch('email');
          },
        })}
        ${textField({
          name: 'password',
          label: this.t('account.currentPassword'),
          value: this.password,
          type: 'password',
          autocomplete: 'current-password',
          dir: 'ltr',
          maxLength: 256,
          required: true,
          error: this.form.errors.password,
          input: (value) => {
            this.password = value;
            this.form.touch('password');
          },
        })}
      `,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-account-email': EmailDialog;
  }
}
