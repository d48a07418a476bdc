import type { Schema } from '@alloza/sdk/core';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { isSignedOut, personApi } from '../../app/api.ts';
import { textField } from '../../app/fields.ts';
import { formatInstant } from '../../app/format.ts';
import { icon } from '../../app/icons.ts';
import { Loading } from '../../app/loading.ts';
import { viewProblem } from '../../app/problems.ts';
import { bones, problemNotice } from '../../app/states.ts';
import { signIn, signOut } from '../sign-in-request.ts';
import { factsStyles } from './facts.styles.ts';
import { AuthPage } from './page.ts';

/** What is offered, and to whom: the person signed in on this browser, if anybody is. */
interface Offer {
  readonly invitation: Schema<'InvitationView'>;
  readonly account?: Schema<'Account'>;
}

/**
 * Accepts an invitation: one press for whoever is signed in with the address invited, a password for whoever has an
 * account, a name and a password for somebody new; or Google, after which the invitation is still here. Looking at it
 * changes nothing.
 *
 * @event app-signed-in
 */
export class JoinPage extends AuthPage {
  static override styles = [...AuthPage.styles, factsStyles];

  @state() private name = '';
  @state() private password = '';
  /** Whose account is open and joined, for those whom it could not sign in at once. */
  @state() private joined?: string;
  readonly #offer = new Loading<Offer>(this, async (signal) => {
    const { invitations, account } = personApi(this.connection);
    const nobody = (error: unknown): undefined => {
      if (!isSignedOut(error)) throw error;
    };
    const [invitation, person] = await Promise.all([
      invitations.view({ token: this.token }, { signal }),
      account.me({ signal }).catch(nobody),
    ]);
    return { invitation, account: person };
  });

  /** Here again, with the invitation: it stays behind `#`. */
  protected override get goesOnTo(): string {
    return `${this.navigator.href({ name: 'auth', page: 'join' })}#${new URLSearchParams({ token: this.token })}`;
  }

  /** Opens a session, and lets the Google account in that could not prove itself before. */
  #signInAs(email: string): ReturnType<typeof signIn> {
    return signIn(this.connection, email, this.password, this.handed.get('link') ?? '');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.token) void this.#offer.run();
  }

  async #accept(more: { name?: string; password?: string } = {}): Promise<Schema<'AcceptedInvitation'> | undefined> {
    try {
      return await personApi(this.connection).invitations.accept({ token: this.token, ...more });
    } catch (error) {
      // Somebody has signed in or opened the account meanwhile: what is asked here has changed.
      if (!/^(sign_in_required|wrong_account)$/.test(viewProblem(error).code)) throw error;
      await this.#offer.run();
      return undefined;
    }
  }

  #enter(workspaceSlug: string): void {
    this.dispatchEvent(new CustomEvent('app-signed-in'));
    this.navigator.go({ name: 'today', slug: workspaceSlug }, { replace: true });
  }

  readonly #join = (event: Event): void => {
    void this.form.submit(event, {
      send: async () => {
        const accepted = await this.#accept();
        if (accepted) this.#enter(accepted.workspaceSlug);
      },
    });
  };

  readonly #signInAndJoin = (event: Event): void => {
    void this.form.submit(event, {
      check: () => ({ password: this.password ? undefined : this.t('field.required') }),
      send: async () => {
        this.refusal = '';
        const result = await this.#signInAs(this.#offer.value!.invitation.email);
        if (result !== 'done') {
          this.#refuse(result);
          return;
        }
        const accepted = await this.#accept();
        if (accepted) this.#enter(accepted.workspaceSlug);
      },
    });
  };

  #refuse(result: 'refused' | 'busy' | 'offline' | 'broken'): void {
    const texts = {
      refused: 'signIn.refused',
      busy: 'signIn.busy',
      offline: 'problem.offline.text',
      broken: 'problem.broken.text',
    } as const;
    this.refusal = this.t(texts[result]);
  }

  readonly #openAndJoin = (event: Event): void => {
    const { name, password } = this;
    void this.form.submit(event, {
      check: () => this.fieldErrors({ required: { name }, password }),
      send: async () => {
        const accepted = await this.#accept({ name: name.trim(), password });
        if (!accepted) return;
        if ((await this.#signInAs(accepted.email)) === 'done') this.#enter(accepted.workspaceSlug);
        else this.joined = accepted.email;
      },
    });
  };

  readonly #switch = (event: Event): void => {
    void this.form.submit(event, {
      send: async () => {
        this.refusal = '';
        if (await signOut(this.connection)) await this.#offer.run();
        else this.refusal = this.t('join.signOutFailed');
      },
    });
  };

  override render(): TemplateResult {
    if (this.joined) return this.#done(this.joined);
    const { state: loading, value, error } = this.#offer;
    const problem = this.form.problem ?? (loading === 'error' ? error : undefined);
    if (!this.token || this.isDeadLink(problem)) return this.#invalid();
    return value ? this.#shown(value, problem) : this.#looking(problem);
  }

  #shown({ invitation, account }: Offer, problem: unknown): TemplateResult {
    const { studioName: studio, invitedBy: name, email, role, expiresAt } = invitation;
    const text = name ? this.t('join.invitedBy', { name, studio }) : this.t('join.invited', { studio });
    return this.frame(
      html`
        ${this.heading(this.t('join.title', { studio }), text)}
        <dl>
          <div>
            <dt class="meta">${this.t('join.address')}</dt>
            <dd class="main"><bdi>${email}</bdi></dd>
          </div>
          <div>
            <dt class="meta">${this.t('join.role')}</dt>
            <dd class="main">${this.t(`role.${role}`)}</dd>
          </div>
          <div>
            <dt class="meta">${this.t('join.expires')}</dt>
            <dd>${formatInstant(expiresAt, this.language.locale)}</dd>
          </div>
        </dl>
        ${account ? nothing : this.fromGoogle('join.unproven')}
        <div role="alert" ?hidden=${!this.refusal}>
          ${
            this.refusal
              ? html`<div class="notice danger">${icon('circleAlert')}<div>${this.refusal}</div></div>`
              : nothing
          }
        </div>
        ${problemNotice(problem, this.t)} ${this.#step(invitation, account)}
      `,
      this.t('join.notYou'),
    );
  }

  #step({ email, hasAccount, studioName }: Offer['invitation'], account: Offer['account']): TemplateResult {
    if (account?.email === email) {
      return html`<form class="form" @submit=${this.#join}>
        ${this.submitButton(this.t('join.action', { studio: studioName }))}
        <p class="hint">${this.t('join.as', { email })}</p>
      </form>`;
    }
    if (account) {
      return html`
        <div class="notice warning">
          ${icon('triangleAlert')}
          <div>
            <strong>${this.t('join.otherTitle')}</strong>
            <p>${this.t('join.other', { email: account.email })}</p>
          </div>
        </div>
        <form class="form" @submit=${this.#switch}>${this.submitButton(this.t('join.switch', { email }))}</form>
      `;
    }
    return html`${hasAccount ? this.#signIn(email) : this.#new(email)} ${this.googleButton(this.t('join.google', { email }))}`;
  }

  #signIn(email: string): TemplateResult {
    return html`<form class="form" novalidate @submit=${this.#signInAndJoin}>
      <p class="muted">${this.t('join.signIn')}</p>
      <input type="email" name="email" autocomplete="username" .value=${email} hidden readonly />
      ${this.passwordField({
        label: this.t('auth.password'),
        value: this.password,
        autocomplete: 'current-password',
        beside: this.link('forgot-password', this.t('signIn.forgot')),
        input: (password) => {
          this.password = password;
          this.form.touch('password');
        },
      })}
      ${this.submitButton(this.t('join.signInAction'))}
    </form>`;
  }

  #new(email: string): TemplateResult {
    return html`<form class="form" novalidate @submit=${this.#openAndJoin}>
      <p class="muted">${this.t('join.new')}</p>
      <input type="email" name="email" autocomplete="username" .value=${email} hidden readonly />
      ${textField({
        name: 'name',
        label: this.t('auth.name'),
        value: this.name,
        autocomplete: 'name',
        dir: 'auto',
        maxLength: 120,
        required: true,
        error: this.form.errors.name,
        input: (name) => {
          this.name = name;
          this.form.touch('name');
        },
      })}
      ${this.passwordField({
        label: this.t('auth.password'),
        value: this.password,
        autocomplete: 'new-password',
        hint: this.t('auth.passwordHint'),
        input: (password) => {
          this.password = password;
          this.form.touch('password');
        },
      })}
      ${this.submitButton(this.t('join.newAction'))}
    </form>`;
  }

  /** The link is being looked at, or could not be. */
  #looking(problem: unknown): TemplateResult {
    return this.frame(html`
      ${this.heading(this.t('join.looking'))} ${problemNotice(problem, this.t)}
      ${
        problem
          ? html`<button class="button wide" @click=${() => this.#offer.run()}>${this.t('action.retry')}</button>`
          : html`<div>${bones([60, 80, 40], this.t)}</div>`
      }
    `);
  }

  #done(email: string): TemplateResult {
    const signInAs = (): void =>
      this.navigator.go({ name: 'auth', page: 'sign-in' }, { query: { email }, replace: true });
    return this.frame(html`
      <div role="status">${this.heading(this.t('join.doneTitle'), this.t('join.doneText', { email }))}</div>
      <button class="button primary wide" @click=${signInAs}>${this.t('signIn.action')}</button>
    `);
  }

  /** The server tells nobody whether a token was ever good, so this explains all that may have happened. */
  #invalid(): TemplateResult {
    const goOn = (): void => this.navigator.go({ name: 'home' }, { replace: true });
    return this.frame(html`
      <div role="alert">${this.heading(this.t('join.invalidTitle'), this.t('join.invalidText'))}</div>
      <button class="button wide" @click=${goOn}>${this.t('join.goOn')}</button>
    `);
  }
}
