import type { Schema } from '@alloza/sdk/core';
import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { personApi } from '../../app/api.ts';
import { Loading } from '../../app/loading.ts';
import { bones, problemNotice } from '../../app/states.ts';
import { signIn } from '../sign-in-request.ts';
import { factsStyles } from './facts.styles.ts';
import { AuthPage } from './page.ts';

type Preview = Schema<'RegistrationPreview'>;

/**
 * Finishes a registration: shows what it will open, and takes the password. The mail's link only shows this page: a mail
 * scanner that follows it must change nothing.
 *
 * @event app-signed-in
 */
export class VerifyEmailPage extends AuthPage {
  static override styles = [...AuthPage.styles, factsStyles];

  @state() private password = '';
  /** Set once the account is open, for those whom it could not sign in at once. */
  @state() private opened?: string;
  readonly #preview = new Loading<Preview>(this, (signal) =>
    personApi(this.connection).account.previewRegistration({ token: this.token }, { signal }),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.token) void this.#preview.run();
  }

  readonly #submit = (event: Event): void => {
    void this.form.submit(event, {
      check: () => this.fieldErrors({ password: this.password }),
      send: async () => {
        const { token, password, connection } = this;
        const { email, workspaceSlug } = await personApi(connection).account.verifyEmail({ token, password });
        if ((await signIn(connection, email, password)) !== 'done') {
          this.opened = email;
          return;
        }
        this.dispatchEvent(new CustomEvent('app-signed-in'));
        this.navigator.go({ name: 'today', slug: workspaceSlug }, { replace: true });
      },
    });
  };

  readonly #signIn = (): void => {
    this.navigator.go({ name: 'auth', page: 'sign-in' }, { query: { email: this.opened }, replace: true });
  };

  override render(): TemplateResult {
    if (this.opened) return this.#opened(this.opened);
    const { state: loading, value, error } = this.#preview;
    const problem = this.form.problem ?? (loading === 'error' ? error : undefined);
    if (!this.token || this.isDeadLink(problem)) return this.#invalid();
    return value ? this.#choice(value, problem) : this.#looking(problem);
  }

  #choice(preview: Preview, problem: unknown): TemplateResult {
    return this.frame(
      html`
        ${this.heading(this.t('verify.title'), this.t('verify.text'))}
        <dl>
          <div>
            <dt class="meta">${this.t('verify.studio')}</dt>
            <dd class="main"><bdi>${preview.studioName}</bdi></dd>
          </div>
          <div>
            <dt class="meta">${this.t('verify.account')}</dt>
            <dd class="main"><bdi>${preview.name}</bdi></dd>
            <dd><bdi>${preview.email}</bdi></dd>
          </div>
        </dl>
        ${problemNotice(problem, this.t)}
        <form class="form" novalidate @submit=${this.#submit}>
          <input type="email" name="email" autocomplete="username" .value=${preview.email} hidden readonly />
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
          ${this.submitButton(this.t('verify.action'))}
        </form>
      `,
      this.t('verify.notYou'),
    );
  }

  /** The link is being looked at, or could not be. */
  #looking(problem: unknown): TemplateResult {
    return this.frame(html`
      ${this.heading(this.t('verify.title'))} ${problemNotice(problem, this.t)}
      ${
        problem
          ? html`<button class="button wide" @click=${() => this.#preview.run()}>${this.t('action.retry')}</button>`
          : html`<div>${bones([60, 80, 40], this.t)}</div>`
      }
    `);
  }

  #opened(email: string): TemplateResult {
    return this.frame(html`
      <div role="status">${this.heading(this.t('verify.doneTitle'), this.t('verify.doneText', { email }))}</div>
      <button class="button primary wide" @click=${this.#signIn}>${this.t('signIn.action')}</button>
    `);
  }

  #invalid(): TemplateResult {
    return this.frame(html`
      <div role="alert">${this.heading(this.t('verify.invalidTitle'), this.t('verify.invalidText'))}</div>
      <div class="row between">
        ${this.link('register', this.t('signIn.register'))} ${this.link('sign-in', this.t('signIn.action'))}
      </div>
    `);
  }
}
