import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { textField } from '../app/fields.ts';
import { SettingsSection } from './section.ts';

/** The signed-in person. */
export class AccountSection extends SettingsSection {
  @state() private name?: string;

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
        ${textField({
          name: 'email',
          label: this.t('account.email'),
          hint: this.t('account.emailHint'),
          value: account.email,
          disabled: true,
          dir: 'ltr',
        })}
        <div class="field">
          <span class="label">${this.t('account.role')}</span>
          <span><span class="pill">${this.t(`role.${membership.role}`)}</span></span>
        </div>
      </form>
      ${this.saveBar(
        this.#dirty,
        () => this.#save(),
        () => {
          this.name = undefined;
          this.form.clear();
        },
      )}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-settings-account': AccountSection;
  }
}
