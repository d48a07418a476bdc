import type { Schema } from '@alloza/sdk/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { textField } from '../app/fields.ts';
import { icon } from '../app/icons.ts';
import { googleText } from './account-google.ts';
import { SettingsSection } from './section.ts';
import type { Question } from './team/confirm-dialog.ts';
import type { SettingsText } from './texts.ts';

type Change = 'password' | 'email' | 'google' | 'unlink';

/** The signed-in person. */
export class AccountSection extends SettingsSection {
  static override styles = [
    SettingsSection.styles,
    css`
      .line {
        align-items: center;
        display: flex;
        flex-wrap: wrap;
        gap: 8px 24px;
        justify-content: space-between;
      }

      .line > div {
        flex: 1 1 240px;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }

      .line .label {
        font-weight: 500;
      }
    `,
  ];

  @state() private name?: string;
  /** The account as it was when the name began to be edited. */
  #of?: Schema<'Account'>;
  @state() private changing?: Change;
  /** What the way back from Google tells. */
  @state() private atGoogle?: SettingsText;

  protected override studioChanged(): void {
    const { navigator } = this.app;
    const ending = navigator.query.get('google');
    if (ending === null) return;
    this.atGoogle = googleText(ending);
    navigator.setQuery({ google: undefined });
  }

  get #dirty(): boolean {
    return this.name !== undefined && this.name.trim() !== this.app.account.name;
  }

  #leave(): void {
    this.#of = undefined;
    this.name = undefined;
  }

  readonly #save = (event?: Event): void => {
    const name = (this.name ?? this.app.account.name).trim();
    void this.form.submit(event, {
      check: () => ({ name: name ? undefined : this.t('field.required') }),
      send: async () => {
        if (!this.#dirty) return;
        const account = await this.app.person.account.update({ name }, { ifMatch: this.#of!.version });
        this.app.update({ account });
        this.#leave();
        this.saved();
      },
    });
  };

  readonly #reload = (): void => {
    void this.form.submit(undefined, {
      send: async () => {
        this.app.update({ account: await this.app.person.account.me() });
        this.#leave();
      },
    });
  };

  override render(): TemplateResult {
    const { account, membership } = this.app;
    return html`
      ${this.head(this.t('account.title'), this.t('account.text'))} ${this.notices(this.#reload)} ${this.#fromGoogle()}
      <form class="group card" novalidate @submit=${this.#save}>
        ${textField({
          name: 'name',
          label: this.t('account.name'),
          value: this.name ?? account.name,
          maxLength: 120,
          autocomplete: 'name',
          dir: 'auto',
          error: this.form.errors.name,
          input: (value) => {
            this.#of ??= account;
            this.name = value;
            this.form.touch('name');
          },
        })}
        <div class="field">
          <span class="label">${this.t('account.role')}</span>
          <span><span class="pill">${this.t(`role.${membership.role}`)}</span></span>
        </div>
      </form>
      ${this.#signIn()}
      ${this.saveBar(
        this.#dirty,
        () => this.#save(),
        () => {
          this.#leave();
          this.form.clear();
        },
      )}
      ${this.#dialog()}
    `;
  }

  #fromGoogle(): TemplateResult | typeof nothing {
    if (!this.atGoogle) return nothing;
    const isLinked = this.atGoogle === 'account.atGoogle.linked';
    return html`<div class="notice above ${isLinked ? 'success' : ''}" role=${isLinked ? 'status' : 'alert'}>
      ${icon(isLinked ? 'circleCheck' : 'info')}
      <div>${this.t(this.atGoogle)}</div>
    </div>`;
  }

  #signIn(): TemplateResult {
    const { email, hasPassword } = this.app.account;
    return html`<div class="group card">
      <header><h3>${this.t('account.signIn')}</h3></header>
      ${this.#row('email', this.t('account.email'), html`<bdi>${email}</bdi>`, this.t('account.changeEmail'))}
      ${this.#row(
        'password',
        this.t('account.password'),
        this.t(hasPassword ? 'account.passwordText' : 'account.passwordNone'),
        this.t(hasPassword ? 'account.changePassword' : 'account.setPassword'),
      )}
      ${this.#google()}
    </div>`;
  }

  #row(change: Change, label: string, text: unknown, action: string, spoken?: string): TemplateResult {
    return html`<div class="line">
      <div>
        <span class="label">${label}</span>
        <p class="muted">${text}</p>
      </div>
      <button class="button" aria-label=${spoken ?? nothing} @click=${() => (this.changing = change)}>${action}</button>
    </div>`;
  }

  /** A server that can't ask Google offers nothing, but what is linked can be taken away on any. */
  #google(): TemplateResult | typeof nothing {
    const { googleEmail } = this.app.account;
    const label = this.t('account.google');
    if (googleEmail)
      return this.#row(
        'unlink',
        label,
        this.t('account.googleLinked', { email: googleEmail }),
        this.t('account.googleUnlink'),
        this.t('account.googleUnlinkLabel'),
      );
    if (!this.app.google) return nothing;
    return this.#row(
      'google',
      label,
      this.t('account.googleNone'),
      this.t('account.googleLink'),
      this.t('account.googleLinkLabel'),
    );
  }

  #unlinking(email: string): Question {
    return {
      heading: this.t('account.unlinkTitle', { email }),
      text: this.t('account.unlinkText'),
      action: this.t('account.googleUnlink'),
      danger: true,
      run: async () => {
        await this.app.person.account.unlinkGoogle();
        this.app.update({ account: await this.app.person.account.me() });
        this.app.toasts.show({ text: this.t('account.unlinked') });
      },
    };
  }

  #dialog(): TemplateResult | typeof nothing {
    const close = (): void => {
      this.changing = undefined;
    };
    const { hasPassword, googleEmail } = this.app.account;
    if (this.changing && !hasPassword)
      return html`<alloza-account-first-password @app-close=${close}></alloza-account-first-password>`;
    switch (this.changing) {
      case 'password':
        return html`<alloza-account-password @app-close=${close}></alloza-account-password>`;
      case 'email':
        return html`<alloza-account-email @app-close=${close}></alloza-account-email>`;
      case 'google':
        return html`<alloza-account-google @app-close=${close}></alloza-account-google>`;
      case 'unlink':
        return html`<alloza-team-confirm
          .question=${this.#unlinking(googleEmail ?? '')}
          @app-close=${close}
        ></alloza-team-confirm>`;
      default:
        return nothing;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-settings-account': AccountSection;
  }
}
