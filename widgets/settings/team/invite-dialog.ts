import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { state } from 'lit/decorators.js';
import { textField } from '../../app/fields.ts';
import { looksLikeEmail } from '../../app/form.ts';
import { problemNotice } from '../../app/states.ts';
import { SettingsDialog } from '../dialog.ts';
import { type Access, accessFields, accessInput } from './access-fields.ts';
import { invitableRoles } from './rights.ts';

/**
 * Invites an address to the studio.
 *
 * @event app-close
 * @event app-created - The invitation.
 */
export class InviteDialog extends SettingsDialog {
  @state() private email = '';
  @state() private access: Access = { role: 'member', ownJobsOnly: false, seesMoney: true };

  protected override submit(event?: Event): void {
    const email = this.email.trim();
    void this.form.submit(event, {
      check: () => ({ email: looksLikeEmail(email) ? undefined : this.t('field.email') }),
      send: async () => {
        const invitation = await this.app.api.invitations.create({ email, ...accessInput(this.access) });
        this.dispatchEvent(new CustomEvent('app-created', { detail: invitation }));
      },
      refusals: {
        already_member: ['email', this.t('team.alreadyMember')],
        too_many_invitations: ['email', this.t('team.tooMany')],
      },
    });
  }

  override render(): TemplateResult {
    return this.dialog({
      heading: this.t('team.inviteTitle', { studio: this.app.workspace.name }),
      action: this.t('team.send'),
      content: html`
        ${problemNotice(this.form.problem, this.t)}
        ${textField({
          name: 'email',
          label: this.t('team.email'),
          hint: this.t('team.emailHint'),
          value: this.email,
          type: 'email',
          autocomplete: 'off',
          dir: 'ltr',
          maxLength: 254,
          autofocus: true,
          required: true,
          error: this.form.errors.email,
          input: (value) => {
            this.email = value;
            this.form.touch('email');
          },
        })}
        ${accessFields({
          value: this.access,
          roles: invitableRoles(this.app.membership.role),
          t: this.t,
          change: (access) => {
            this.access = access;
          },
        })}
      `,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-team-invite': InviteDialog;
  }
}
