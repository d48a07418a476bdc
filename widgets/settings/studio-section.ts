import type { Schema } from '@alloza/sdk/core';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { difference } from '../app/diff.ts';
import { type Choice, selectField, textField } from '../app/fields.ts';
import { looksLikeEmail } from '../app/form.ts';
import { currencies, languages, timeZones } from './choices.ts';
import { SettingsSection } from './section.ts';

type Workspace = Schema<'Workspace'>;
type Draft = Pick<Workspace, 'name' | 'slug' | 'timeZone' | 'currency' | 'locale' | 'sender' | 'notificationEmail'>;

const draftOf = ({ name, slug, timeZone, currency, locale, sender, notificationEmail }: Workspace): Draft => ({
  name,
  slug,
  timeZone,
  currency,
  locale,
  sender,
  notificationEmail,
});

/** Name, address, zone, currency, language, and where mails go. */
export class StudioSection extends SettingsSection {
  @state() private draft!: Draft;
  #of?: Workspace;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#of?.id !== this.app.workspace.id) this.#reset();
  }

  #reset(): void {
    this.#of = this.app.workspace;
    this.draft = draftOf(this.app.workspace);
    this.form.clear();
  }

  get #patch() {
    return difference<Draft>(draftOf(this.#of!), this.draft);
  }

  #check() {
    const { name, slug, sender, notificationEmail } = this.draft;
    const email = (text: string) => (looksLikeEmail(text) ? undefined : this.t('field.email'));
    return {
      name: name.trim() ? undefined : this.t('field.required'),
      slug: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length > 1 ? undefined : this.t('field.slug'),
      notificationEmail: email(notificationEmail),
      senderName: sender.name.trim() ? undefined : this.t('field.required'),
      replyTo: email(sender.replyTo),
    };
  }

  async #send(): Promise<void> {
    const { api, navigator, membership } = this.app;
    const workspace = await api.workspace.update(this.#patch!, { ifMatch: this.#of!.version });
    this.app.update({ workspace });
    this.#of = workspace;
    this.draft = draftOf(workspace);
    this.saved();
    if (workspace.slug !== membership.slug) {
      navigator.go({ name: 'settings', slug: workspace.slug, section: 'workspace' }, { replace: true });
    }
  }

  readonly #save = async (event?: Event): Promise<void> => {
    await this.form.submit(event, {
      check: () => this.#check(),
      send: () => this.#send(),
      refusals: { slug_taken: ['slug', this.t('studio.slugTaken')] },
    });
  };

  readonly #reload = async (): Promise<void> => {
    await this.form.submit(undefined, {
      send: async () => {
        this.app.update({ workspace: await this.app.api.workspace.get() });
        await this.updateComplete;
        this.#reset();
      },
    });
  };

  #set(change: Partial<Draft>, name: string): void {
    this.draft = { ...this.draft, ...change };
    this.form.touch(name);
  }

  #email(name: 'notificationEmail' | 'replyTo', label: string, value: string, set: (value: string) => void) {
    const disabled = !this.may('manager');
    return textField({
      name,
      label,
      value,
      disabled,
      type: 'email',
      autocomplete: 'email',
      dir: 'ltr',
      maxLength: 254,
      error: this.form.errors[name],
      input: set,
    });
  }

  #select(name: 'timeZone' | 'currency' | 'locale', label: string, choices: readonly Choice[]): TemplateResult {
    return selectField({
      name,
      label,
      choices,
      value: this.draft[name],
      disabled: !this.may('manager'),
      error: this.form.errors[name],
      change: (value) => this.#set({ [name]: value }, name),
    });
  }

  override render(): TemplateResult {
    const { draft } = this;
    const disabled = !this.may('manager');
    return html`
      ${this.head(this.t('studio.title'), this.t('studio.text'))} ${this.notices(this.#reload, !disabled)}
      <form novalidate @submit=${this.#save}>
        <div class="group card">
          ${textField({
            name: 'name',
            label: this.t('studio.name'),
            value: draft.name,
            disabled,
            maxLength: 120,
            dir: 'auto',
            autocomplete: 'organization',
            error: this.form.errors.name,
            input: (name) => this.#set({ name }, 'name'),
          })}
          ${textField({
            name: 'slug',
            label: this.t('studio.slug'),
            value: draft.slug,
            disabled,
            maxLength: 60,
            dir: 'ltr',
            autocomplete: 'off',
            hint: this.t('studio.slugHint'),
            error: this.form.errors.slug,
            input: (slug) => this.#set({ slug }, 'slug'),
          })}
          <div class="pair">
            ${this.#select('timeZone', this.t('studio.timeZone'), timeZones(draft.timeZone))}
            ${this.#select('currency', this.t('studio.currency'), currencies(draft.currency, this.locale))}
          </div>
          ${this.#select('locale', this.t('studio.locale'), languages)}
        </div>
        <div class="group card">
          <header>
            <h3>${this.t('studio.mails')}</h3>
            <p class="muted">${this.t('studio.mailsText')}</p>
          </header>
          ${this.#email('notificationEmail', this.t('studio.notificationEmail'), draft.notificationEmail, (value) =>
            this.#set({ notificationEmail: value }, 'notificationEmail'),
          )}
          <div class="pair">
            ${textField({
              name: 'senderName',
              label: this.t('studio.senderName'),
              value: draft.sender.name,
              disabled,
              maxLength: 120,
              dir: 'auto',
              autocomplete: 'off',
              hint: this.t('studio.senderNameHint'),
              error: this.form.errors.senderName,
              input: (name) => this.#set({ sender: { ...draft.sender, name } }, 'senderName'),
            })}
            ${this.#email('replyTo', this.t('studio.replyTo'), draft.sender.replyTo, (replyTo) =>
              this.#set({ sender: { ...draft.sender, replyTo } }, 'replyTo'),
            )}
          </div>
        </div>
        <button hidden></button>
      </form>
      ${this.saveBar(
        this.#patch !== undefined,
        () => void this.#save(),
        () => this.#reset(),
      )}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-settings-studio': StudioSection;
  }
}
