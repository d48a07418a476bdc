/** The fields that say what somebody may do and see: role, and for members the two switches. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { checkField } from '../../app/fields.ts';
import type { TranslateSettings } from '../texts.ts';
import type { InvitedRole } from './rights.ts';

export interface Access {
  readonly role: InvitedRole;
  readonly ownJobsOnly: boolean;
  readonly seesMoney: boolean;
}

export interface AccessView {
  readonly value: Access;
  /** The roles there are to choose from; with one, there is no choice to show. */
  readonly roles: readonly InvitedRole[];
  readonly t: TranslateSettings;
  readonly change: (value: Access) => void;
}

/** Managers see everything, so the switches show for members only. */
export const accessFields = ({ value, roles, t, change }: AccessView): TemplateResult => html`
  ${
    roles.length > 1
      ? html`<fieldset>
          <legend>${t('team.role')}</legend>
          <div class="kinds">
            ${roles.map(
              (role) => html`<label>
                <input
                  type="radio"
                  name="role"
                  value=${role}
                  .checked=${live(value.role === role)}
                  @change=${() => change({ ...value, role })}
                />
                <span>
                  <strong>${t(`role.${role}`)}</strong><br />
                  <span class="hint">${t(role === 'manager' ? 'team.managerText' : 'team.memberText')}</span>
                </span>
              </label>`,
            )}
          </div>
        </fieldset>`
      : nothing
  }
  ${
    value.role === 'member'
      ? html`<fieldset>
          <legend>${t('team.sees')}</legend>
          <div class="switches">
            ${checkField({
              name: 'ownJobsOnly',
              label: t('team.ownJobsLabel'),
              hint: t('team.ownJobsHint'),
              checked: value.ownJobsOnly,
              change: (ownJobsOnly) => change({ ...value, ownJobsOnly }),
            })}
            ${checkField({
              name: 'seesMoney',
              label: t('team.moneyLabel'),
              hint: t('team.moneyHint'),
              checked: value.seesMoney,
              change: (seesMoney) => change({ ...value, seesMoney }),
            })}
          </div>
        </fieldset>`
      : nothing
  }
`;

/** What the server takes: the switches belong to members. */
export const accessInput = ({ role, ownJobsOnly, seesMoney }: Access): Access =>
  role === 'member' ? { role, ownJobsOnly, seesMoney } : { role, ownJobsOnly: false, seesMoney: true };
