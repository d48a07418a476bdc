import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { checkField, textField } from '../app/fields.ts';
import { problemNotice } from '../app/states.ts';
import { SettingsDialog } from './dialog.ts';

/**
 * Changes the password: asks for the present one, and says what else it does.
 *
 * @event app-close
 */
export class PasswordDialog extends SettingsDialog {
  @state() private current = '';
  @state() private next = '';
  @state() private shown = false;

  protected override submit(event?: Event): void {
    void this.form.submit(event, {
      check: () => ({
        currentPassword: this.current ? undefined : this.t('field.required'),
        newPassword: this.next.length < 10 ? this.t('account.passwordShort') : undefined,
      }),
      send: async () => {
        await this.app.person.account.changePassword({ currentPassword: this.current, newPassword: this.next });
        this.app.toasts.show({ text: this.t('account.passwordChanged') });
        this.close();
      },
      refusals: { password_wrong: ['currentPassword', this.t('account.passwordWrong')] },
    });
  }

  #field(name: 'currentPassword' | 'newPassword', value: string, set: (value: string) => void): TemplateResult {
    const isNew = name === 'newPassword';
    return textField({
      name,
      value,
      label: this.t(`account.${name}`),
      hint: isNew ? this.t('account.newPasswordHint') : undefined,
      type: this.shown ? 'text' : 'password',
      autocomplete: isNew ? 'new-password' : 'current-password',
      dir: 'ltr',
      maxLength: 256,
      required: true,
      autofocus: !isNew,
      error: this.form.errors[name],
      input: (text) => {
        set(text);
        this.form.touch(name);
      },
    });
  }

  override render(): TemplateResult {
    const { navigator, account } = this.app;
    return this.dialog({
      heading: this.t('account.changePassword'),
      action: this.t('account.changePassword'),
      content: html`
        <p class="muted">${this.t('account.passwordNote')}</p>
        ${problemNotice(this.form.problem, this.t)}
        <input type="email" name="username" autocomplete="username" .value=${account.email} hidden readonly />
        ${this.#field('currentPassword', this.current, (text) => {
          this.current = text;
        })}
        <p class="hint">
          <a href=${navigator.href({ name: 'auth', page: 'forgot-password' })}>${this.t('account.forgot')}</a>
        </p>
        ${this.#field('newPassword', this.next, (text) => {
          this.next = text;
        })}
        ${checkField({
          name: 'shown',
          label: this.t('account.showPasswords'),
          checked: this.shown,
          change: (shown) => {
            this.shown = shown;
          },
        })}
      `,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-account-password': PasswordDialog;
  }
}
