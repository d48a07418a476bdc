import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { linkGoogle } from '../app/auth-post.ts';
import { textField } from '../app/fields.ts';
import { icon } from '../app/icons.ts';
import { SettingsDialog } from './dialog.ts';
import type { SettingsText } from './texts.ts';

const known = ['linked', 'denied', 'expired', 'failed', 'taken', 'unverified', 'busy', 'offline', 'broken'] as const;

/** What a way to Google has ended with, in words; undefined for what it never ends with. */
export function googleText(ending: string | undefined): SettingsText | undefined {
  const found = known.find((name) => name === ending);
  return found && `account.atGoogle.${found}`;
}

/**
 * Links a Google account: takes the password, since it lets somebody in from then on, and leads to Google.
 *
 * @event app-close
 */
export class GoogleDialog extends SettingsDialog {
  @state() private password = '';
  @state() private refusal?: SettingsText;

  protected override submit(event?: Event): void {
    void this.form.submit(event, {
      check: () => ({ password: this.password ? undefined : this.t('field.required') }),
      send: async () => {
        const started = await linkGoogle(this.app, this.app.navigator.here, this.password);
        if ('url' in started) location.assign(started.url);
        else if (started.code === 'unauthenticated') this.app.signedOut();
        else await this.#refuse(started.code);
      },
    });
  }

  async #refuse(code: string): Promise<void> {
    const isWrong = code === 'password_wrong';
    this.form.errors = isWrong ? { password: this.t('account.passwordWrong') } : {};
    this.refusal = isWrong ? undefined : (googleText(code) ?? 'account.atGoogle.broken');
    await this.form.focusFirstError();
  }

  override render(): TemplateResult {
    return this.dialog({
      heading: this.t('account.linkTitle'),
      action: this.t('account.linkAction'),
      content: html`
        <p class="muted">${this.t('account.linkText')}</p>
        ${
          this.refusal
            ? html`<div class="notice danger" role="alert">${icon('circleAlert')}<div>${this.t(this.refusal)}</div></div>`
            : nothing
        }
        <input type="email" autocomplete="username" .value=${this.app.account.email} hidden readonly />
        ${textField({
          name: 'password',
          label: this.t('account.currentPassword'),
          value: this.password,
          type: 'password',
          autocomplete: 'current-password',
          dir: 'ltr',
          maxLength: 256,
          required: true,
          autofocus: true,
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
    'alloza-account-google': GoogleDialog;
  }
}
