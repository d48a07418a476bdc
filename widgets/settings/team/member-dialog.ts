import type { Schema } from '@alloza/sdk/core';
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { difference } from '../../app/diff.ts';
import { icon } from '../../app/icons.ts';
import { viewProblem } from '../../app/problems.ts';
import { problemNotice } from '../../app/states.ts';
import { SettingsDialog } from '../dialog.ts';
import { type Access, accessFields, accessInput } from './access-fields.ts';
import { type InvitedRole, invitableRoles } from './rights.ts';

type Member = Schema<'Member'>;

const accessOf = ({ role, ownJobsOnly, seesMoney }: Member): Access => ({
  role: role as InvitedRole,
  ownJobsOnly,
  seesMoney,
});

/**
 * Changes what a member may do and see; the role only for owners.
 *
 * @event app-close
 * @event app-saved - The changed member.
 */
export class MemberDialog extends SettingsDialog {
  @property({ attribute: false }) member!: Member;
  @state() private access!: Access;

  protected override studioChanged(): void {
    this.access = accessOf(this.member);
  }

  protected override submit(event?: Event): void {
    const patch = difference<Access>(accessInput(accessOf(this.member)), accessInput(this.access));
    void this.form.submit(event, {
      send: async () => {
        if (!patch) return this.close();
        const { id, version } = this.member;
        const saved = await this.app.api.members.update(id, patch, { ifMatch: version });
        this.dispatchEvent(new CustomEvent('app-saved', { detail: saved }));
      },
    });
  }

  readonly #reload = (): void => {
    void this.form.submit(undefined, {
      send: async () => {
        this.member = await this.app.api.members.get(this.member.id);
        this.access = accessOf(this.member);
      },
    });
  };

  override render(): TemplateResult {
    const { problem } = this.form;
    const stale = problem !== undefined && viewProblem(problem).kind === 'stale';
    return this.dialog({
      heading: this.t('team.changeTitle', { name: this.member.name }),
      action: this.t('action.save'),
      content: html`
        <p class="muted">${this.t('team.changeText')}</p>
        ${
          stale
            ? html`<div class="notice warning" role="alert">
                ${icon('refreshCw')}
                <div>${this.t('team.changeConflict')}</div>
                <button type="button" class="button small" @click=${this.#reload}>${this.t('action.reload')}</button>
              </div>`
            : problemNotice(problem, this.t)
        }
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
    'alloza-team-member': MemberDialog;
  }
}
