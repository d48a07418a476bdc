import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { textField } from '../app/fields.ts';
import { SettingsSection } from './section.ts';

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
  @state() private changing?: 'password' | 'email';

  get #dirty(): boolean {
    return this.name !== undefined && this.name.trim() !== this.app.account.name;
  }

  readonly #save = (event?: Event): void => {
    const name = (this.name ?? this.app.account.name).trim();
    void this.form.submit(event, {
      check: () => ({ name: name ? undefined : this.t('field.required') }),
      send: async () => {
        if (!this.#dirty) return;
        const account = await this.app.person.account.update({ name }, { ifMatch: this.app.account.version });
        this.app.update({ account });
        this.name = undefined;
        this.saved();
      },
    });
  };

  readonly #reload = (): void => {
    void this.form.submit(undefined, {
      send: async () => {
        this.app.update({ account: await this.app.person.account.me() });
        this.name = undefined;
      },
    });
  };

  override render(): TemplateResult {
    const { account, membership } = this.app;
    return html`
      ${this.head(this.t('account.title'), this.t('account.text'))} ${this.notices(this.#reload)}
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
            this.name = value;
            this.form.touch('name');
          },
        })}
        <div class="field">
          <span class="label">${this.t('account.role')}</span>
          <span><span class="pill">${this.t(`role.${membership.role}`)}</span></span>
        </div>
      </form>
      ${this.#signIn(account.email)}
      ${this.saveBar(
        this.#dirty,
        () => this.#save(),
        () => {
          this.name = undefined;
          this.form.clear();
        },
      )}
      ${this.#dialog()}
    `;
  }

  #signIn(email: string): TemplateResult {
    const row = (label: string, text: unknown, action: string, changing: 'password' | 'email'): TemplateResult => html`
      <div class="line">
        <div>
          <span class="label">${label}</span>
          <p class="muted">${text}</p>
        </div>
        <button class="button" @click=${() => (this.changing = changing)}>${action}</button>
      </div>
    `;
    return html`<div class="group card">
      <header><h3>${this.t('account.signIn')}</h3></header>
      ${row(this.t('account.email'), html`<bdi>${email}</bdi>`, this.t('account.changeEmail'), 'email')}
      ${row(this.t('account.password'), this.t('account.passwordText'), this.t('account.changePassword'), 'password')}
    </div>`;
  }

  #dialog(): TemplateResult | typeof nothing {
    const close = (): void => {
      this.changing = undefined;
    };
    switch (this.changing) {
      case 'password':
        return html`<alloza-account-password @app-close=${close}></alloza-account-password>`;
      case 'email':
        return html`<alloza-account-email @app-close=${close}></alloza-account-email>`;
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
