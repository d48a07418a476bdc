import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { textField } from '../../app/fields.ts';
import { problemNotice } from '../../app/states.ts';
import { SettingsDialog } from '../dialog.ts';

/** A step that is asked about first: what it does, and how. */
export interface Question {
  readonly heading: string;
  readonly text: string;
  readonly action: string;
  readonly danger?: boolean;
  /** Asks for the person's password as well. */
  readonly withPassword?: boolean;
  readonly run: (password: string) => Promise<void>;
}

/**
 * Asks before something is done, and tells why it could not be done.
 *
 * @event app-close - Once it is done, too.
 */
export class ConfirmDialog extends SettingsDialog {
  @property({ attribute: false }) question!: Question;
  @state() private password = '';

  protected override submit(event?: Event): void {
    const { withPassword, run } = this.question;
    void this.form.submit(event, {
      check: () => ({ password: withPassword && !this.password ? this.t('field.required') : undefined }),
      send: async () => {
        await run(this.password);
        this.close();
      },
      refusals: { password_wrong: ['password', this.t('account.passwordWrong')] },
    });
  }

  override render(): TemplateResult {
    const { heading, text, action, danger, withPassword } = this.question;
    return this.dialog({
      heading,
      action,
      danger,
      content: html`
        <p class="muted">${text}</p>
        ${problemNotice(this.form.problem, this.t)}
        ${
          withPassword
            ? html`<input type="email" autocomplete="username" .value=${this.app.account.email} hidden readonly />
              ${textField({
                name: 'password',
                label: this.t('team.password'),
                value: this.password,
                type: 'password',
                autocomplete: 'current-password',
                dir: 'ltr',
                maxLength: 256,
                autofocus: true,
                required: true,
                error: this.form.errors.password,
                input: (value) => {
                  this.password = value;
                  this.form.touch('password');
                },
              })}`
            : nothing
        }
      `,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-team-confirm': ConfirmDialog;
  }
}
