import type { Schema } from '@alloza/sdk/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { initials } from '../../app/format.ts';
import { icon } from '../../app/icons.ts';
import type { LiveEvent } from '../../app/live.ts';
import { Loading } from '../../app/loading.ts';
import type { MenuItem } from '../../app/parts/menu.ts';
import { viewProblem } from '../../app/problems.ts';
import { bones, errorState, problemText } from '../../app/states.ts';
import { SettingsSection } from '../section.ts';
import { accessInput } from './access-fields.ts';
import type { Question } from './confirm-dialog.ts';
import { inOrder, invitableRoles, rightsOver } from './rights.ts';
import { teamStyles } from './team-section.styles.ts';

type Member = Schema<'Member'>;
type Invitation = Schema<'Invitation'>;

/** Who works in the studio: their roles, what they see, and who is invited. */
export class TeamSection extends SettingsSection {
  static override styles = [SettingsSection.styles, teamStyles];

  @state() private inviting = false;
  @state() private changing?: Member;
  @state() private question?: Question;
  /** Handing over asks for a password that there is not yet. */
  @state() private withoutPassword = false;
  #timer?: ReturnType<typeof setTimeout>;
  readonly #members = new Loading<Member[]>(this, (signal) =>
    this.app.api.members.list({ limit: 100 }, { signal }).toArray(),
  );
  readonly #invitations = new Loading<Invitation[]>(this, (signal) =>
    this.may('manager') ? this.app.api.invitations.list({ limit: 100 }, { signal }).toArray() : Promise.resolve([]),
  );

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.app?.live.removeEventListener('event', this.#heard);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('app');
    if (before && before.live !== this.app.live) before.live.removeEventListener('event', this.#heard);
    super.willUpdate(changed);
  }

  protected override studioChanged(): void {
    const { navigator } = this.app;
    if (navigator.query.has('invite')) {
      this.inviting = this.may('manager');
      navigator.setQuery({ invite: undefined });
    }
    this.app.live.addEventListener('event', this.#heard);
    this.#load();
  }

  #load(): void {
    void this.#members.run();
    void this.#invitations.run();
  }

  /** A team is changed from more than one desk; also the role of whoever looks at it. */
  readonly #heard = (message: Event): void => {
    if (!/^(member|invitation)\./.test((message as CustomEvent<LiveEvent>).detail.type)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      await this.#lookAgain().catch(() => {});
      this.#load();
    }, 400);
  };

  async #lookAgain(): Promise<void> {
    this.app.update({ account: await this.app.person.account.me() });
  }

  #replace(member: Member): void {
    this.#members.set((this.#members.value ?? []).map((other) => (other.id === member.id ? member : other)));
  }

  readonly #invited = ({ detail }: CustomEvent<Invitation>): void => {
    this.inviting = false;
    this.#add(detail);
    this.app.toasts.show({ text: this.t('team.sent', { email: detail.email }) });
  };

  #add(invitation: Invitation): void {
    const others = (this.#invitations.value ?? []).filter(({ email }) => email !== invitation.email);
    this.#invitations.set([invitation, ...others]);
  }

  readonly #saved = ({ detail }: CustomEvent<Member>): void => {
    this.changing = undefined;
    this.#replace(detail);
    this.app.toasts.show({ text: this.t('team.changed', { name: detail.name }) });
  };

  async #resend(invitation: Invitation): Promise<void> {
    const { email } = invitation;
    try {
      this.#add(await this.app.api.invitations.create({ email, ...accessInput(invitation) }));
      this.app.toasts.show({ text: this.t('team.resent', { email }) });
    } catch (error) {
      const own = { too_many_invitations: 'team.tooMany', already_member: 'team.alreadyMember' } as const;
      const { code } = viewProblem(error);
      const text = code in own ? this.t(own[code as keyof typeof own]) : problemText(error, this.t);
      this.app.toasts.show({ text, tone: 'problem' });
      this.#load();
    }
  }

  #askRevoke({ id, email }: Invitation): void {
    this.question = {
      heading: this.t('team.revokeTitle', { email }),
      text: this.t('team.revokeText'),
      action: this.t('team.revoke'),
      danger: true,
      run: async () => {
        await this.app.api.invitations.revoke(id);
        this.#invitations.set((this.#invitations.value ?? []).filter((other) => other.id !== id));
        this.app.toasts.show({ text: this.t('team.revoked') });
      },
    };
  }

  #askRemove({ id, name }: Member): void {
    this.question = {
      heading: this.t('team.removeTitle', { name }),
      text: this.t('team.removeText'),
      action: this.t('team.remove'),
      danger: true,
      run: async () => {
        await this.app.api.members.remove(id);
        this.#members.set((this.#members.value ?? []).filter((other) => other.id !== id));
        this.app.toasts.show({ text: this.t('team.removed', { name }) });
      },
    };
  }

  #askLeave(): void {
    const { name: studio } = this.app.workspace;
    this.question = {
      heading: this.t('team.leaveTitle', { studio }),
      text: this.t('team.leaveText'),
      action: this.t('team.leave'),
      danger: true,
      run: async () => {
        await this.app.api.members.leave();
        await this.#lookAgain();
        this.app.toasts.show({ text: this.t('team.left', { studio }) });
        this.app.navigator.go({ name: 'home' }, { replace: true });
      },
    };
  }

  #askTransfer({ id, name }: Member): void {
    if (!this.app.account.hasPassword) {
      this.withoutPassword = true;
      return;
    }
    const { name: studio } = this.app.workspace;
    this.question = {
      heading: this.t('team.transferTitle', { name, studio }),
      text: this.t('team.transferText', { name }),
      action: this.t('team.transferAction'),
      withPassword: true,
      run: async (password) => {
        await this.app.api.members.transferOwnership(id, { password });
        await this.#lookAgain();
        this.app.toasts.show({ text: this.t('team.transferred', { name, studio }) });
        await this.#members.run();
      },
    };
  }

  override render(): TemplateResult {
    const invite = this.may('manager')
      ? html`<button class="button primary" @click=${() => (this.inviting = true)}>
          ${icon('plus')}${this.t('team.invite')}
        </button>`
      : nothing;
    return html`
      ${this.head(this.t('team.title'), this.t('team.text'), invite)} ${this.#people()}
      ${this.may('manager') ? this.#open() : nothing} ${this.#dialogs()}
    `;
  }

  #people(): TemplateResult {
    const { value, state, error } = this.#members;
    if (!value) {
      if (state === 'error') return errorState(error, this.t, () => void this.#members.run());
      return html`<div class="group card">${bones([60, 80, 60], this.t)}</div>`;
    }
    const owns = this.app.membership.role === 'owner';
    const below = value.length === 1 ? this.t('team.alone') : owns ? this.t('team.ownerStays') : undefined;
    return html`
      <ul class="people card">
        ${repeat(
          inOrder(value, this.locale),
          ({ id }) => id,
          (member) => this.#member(member),
        )}
      </ul>
      ${below ? html`<p class="below">${below}</p>` : nothing}
    `;
  }

  #access({ role, ownJobsOnly, seesMoney }: Pick<Member, 'role' | 'ownJobsOnly' | 'seesMoney'>): TemplateResult {
    return html`<div class="access">
      ${ownJobsOnly ? html`<span class="pill warning">${this.t('team.ownJobs')}</span>` : nothing}
      ${seesMoney ? nothing : html`<span class="pill warning">${this.t('team.noMoney')}</span>`}
      <span class="pill ${role === 'owner' ? 'accent' : ''}">${this.t(`role.${role}`)}</span>
    </div>`;
  }

  #member(member: Member): TemplateResult {
    const { name, email, createdAt } = member;
    const isSelf = email === this.app.account.email;
    const items = this.#items(member, isSelf);
    return html`<li class="person">
      <span class="avatar" aria-hidden="true">${initials(name)}</span>
      <div class="who">
        <div class="name">
          <strong><bdi>${name}</bdi></strong>
          ${isSelf ? html`<span class="pill">${this.t('team.you')}</span>` : nothing}
        </div>
        <div class="meta">
          <bdi>${email}</bdi> ·
          <span title=${this.instant(createdAt)}>${this.t('team.joined', { when: this.date(createdAt.slice(0, 10)) })}</span>
        </div>
      </div>
      ${this.#access(member)}
      <div class="tools">
        ${
          items.length > 0
            ? html`<alloza-app-menu .items=${items} label=${this.t('team.moreOf', { name })}>
                <button class="button quiet small only-icon" aria-label=${this.t('team.moreOf', { name })}>
                  ${icon('ellipsis')}
                </button>
              </alloza-app-menu>`
            : nothing
        }
      </div>
    </li>`;
  }

  #items(member: Member, isSelf: boolean): MenuItem[] {
    const { change, changeRole, remove, makeOwner, leave } = rightsOver(this.app.membership.role, member, isSelf);
    const items: (MenuItem | false)[] = [
      change && {
        label: this.t(changeRole ? 'team.changeRole' : 'team.change'),
        icon: 'pencil',
        run: () => (this.changing = member),
      },
      makeOwner && { label: this.t('team.transfer'), icon: 'building2', run: () => this.#askTransfer(member) },
      remove && {
        label: this.t('team.remove'),
        icon: 'trash2',
        tone: 'danger',
        divided: true,
        run: () => this.#askRemove(member),
      },
      leave && { label: this.t('team.leave'), icon: 'logOut', tone: 'danger', run: () => this.#askLeave() },
    ];
    return items.filter((item) => item !== false);
  }

  #open(): TemplateResult {
    const { value, state, error } = this.#invitations;
    const content = value
      ? value.length > 0
        ? html`<ul class="people card">
            ${repeat(
              value,
              ({ id }) => id,
              (invitation) => this.#invitation(invitation),
            )}
          </ul>`
        : html`<p class="muted">${this.t('team.noInvitations')}</p>`
      : state === 'error'
        ? errorState(error, this.t, () => void this.#invitations.run())
        : html`<div class="group card">${bones([60], this.t)}</div>`;
    return html`<h3 class="older">${this.t('team.invitations')}</h3>
      ${content}`;
  }

  #invitation(invitation: Invitation): TemplateResult {
    const { email, role, invitedBy, expiresAt } = invitation;
    const mayDecide = invitableRoles(this.app.membership.role).includes(role);
    return html`<li class="person invited">
      <span class="avatar open" aria-hidden="true">${icon('mail')}</span>
      <div class="who">
        <div class="name">
          <strong><bdi>${email}</bdi></strong>
        </div>
        <div class="meta">
          <span title=${this.instant(expiresAt)}>${this.t('team.expires', { when: this.when(expiresAt) })}</span> ·
          ${this.t('team.invitedBy', { name: invitedBy })}
        </div>
      </div>
      ${this.#access(invitation)}
      <div class="tools">
        ${
          mayDecide
            ? html`
                <button
                  class="button small"
                  aria-label=${this.t('team.resendLabel', { email })}
                  @click=${() => void this.#resend(invitation)}
                >
                  ${this.t('team.resend')}
                </button>
                <button
                  class="button quiet small"
                  aria-label=${this.t('team.revokeLabel', { email })}
                  @click=${() => this.#askRevoke(invitation)}
                >
                  ${this.t('team.revoke')}
                </button>
              `
            : nothing
        }
      </div>
    </li>`;
  }

  #dialogs(): TemplateResult {
    return html`
      ${
        this.inviting
          ? html`<alloza-team-invite
              @app-close=${() => (this.inviting = false)}
              @app-created=${this.#invited}
            ></alloza-team-invite>`
          : nothing
      }
      ${
        this.changing
          ? html`<alloza-team-member
              .member=${this.changing}
              @app-close=${() => (this.changing = undefined)}
              @app-saved=${this.#saved}
            ></alloza-team-member>`
          : nothing
      }
      ${
        this.question
          ? html`<alloza-team-confirm
              .question=${this.question}
              @app-close=${() => (this.question = undefined)}
            ></alloza-team-confirm>`
          : nothing
      }
      ${
        this.withoutPassword
          ? html`<alloza-account-first-password
              @app-close=${() => (this.withoutPassword = false)}
            ></alloza-account-first-password>`
          : nothing
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-settings-team': TeamSection;
  }
}
