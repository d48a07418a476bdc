import type { Schema } from '@alloza/sdk/core';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { embedCode } from '../app/embed-code.ts';
import { icon } from '../app/icons.ts';
import { Loading } from '../app/loading.ts';
import type { MenuItem } from '../app/parts/menu.ts';
import { bones, emptyState, errorState, problemText } from '../app/states.ts';
import { readScopes } from './key-rules.ts';
import { keysStyles } from './keys-section.styles.ts';
import { SettingsSection } from './section.ts';

type ApiKey = Schema<'ApiKey'>;
type Created = Schema<'CreatedApiKey'>;

/** The keys of a studio: create, copy, change, revoke. */
export class KeysSection extends SettingsSection {
  static override styles = [SettingsSection.styles, keysStyles];

  @state() private editing?: ApiKey | 'new';
  @state() private created?: Created;
  @state() private replacing?: ApiKey;
  @state() private revoking?: ApiKey;
  @state() private withRevoked = false;
  readonly #keys = new Loading<ApiKey[]>(this, (signal) =>
    this.app.api.apiKeys.list({ limit: 100 }, { signal }).then(({ items }) => items),
  );
  readonly #form = new Loading<Schema<'LeadForm'> | undefined>(this, (signal) =>
    this.app.api.leadForms.list({ limit: 1 }, { signal }).then(({ items }) => items[0]),
  );

  protected override studioChanged(): void {
    if (!this.may('manager')) return;
    void this.#keys.run();
    void this.#form.run();
  }

  #replace(key: ApiKey): void {
    this.#keys.set((this.#keys.value ?? []).map((other) => (other.id === key.id ? key : other)));
  }

  readonly #onCreated = (event: CustomEvent<Created>): void => {
    this.editing = undefined;
    this.created = event.detail;
    this.#keys.set([event.detail.apiKey, ...(this.#keys.value ?? [])]);
  };

  readonly #onReplaced = (event: CustomEvent<Created>): void => {
    this.replacing = undefined;
    this.created = event.detail;
    this.#replace(event.detail.apiKey);
  };

  readonly #onSaved = (event: CustomEvent<ApiKey>): void => {
    this.editing = undefined;
    this.#replace(event.detail);
    this.app.toasts.show({ text: this.t('keys.saved') });
  };

  readonly #revoke = async (): Promise<void> => {
    const key = this.revoking!;
    this.revoking = undefined;
    try {
      this.#replace(await this.app.api.apiKeys.revoke(key.id));
      this.app.toasts.show({ text: this.t('keys.revokeDone') });
    } catch (error) {
      this.app.toasts.show({ text: problemText(error, this.t), tone: 'problem' });
    }
  };

  #embed(publishableKey: string): string | undefined {
    const form = this.#form.value;
    const { baseUrl, membership, workspace } = this.app;
    const words = {
      from: this.t('budget.from'),
      upTo: this.t('budget.upTo'),
      yes: this.t('answer.yes'),
      no: this.t('answer.no'),
    };
    return (
      form && embedCode({ baseUrl, slug: membership.slug, publishableKey, form, currency: workspace.currency, words })
    );
  }

  override render(): TemplateResult {
    if (!this.may('manager')) {
      return html`${this.head(this.t('keys.title'), this.t('keys.text'))}
      ${emptyState({ icon: 'shieldOff', title: this.t('problem.forbidden.title'), text: this.t('problem.forbidden.text') })}`;
    }
    const create = html`<button class="button primary" @click=${() => (this.editing = 'new')}>
      ${icon('plus')}${this.t('keys.create')}
    </button>`;
    return html`
      ${this.head(this.t('keys.title'), this.t('keys.text'), create)} ${this.#list()} ${this.#dialogs()}
    `;
  }

  #list(): TemplateResult {
    const { value, state, error } = this.#keys;
    if (!value) {
      if (state === 'error') return errorState(error, this.t, () => void this.#keys.run());
      return html`<div class="group card">${bones([60, 80, 60], this.t)}</div>`;
    }
    const active = value.filter(({ revokedAt }) => !revokedAt);
    const revoked = value.filter(({ revokedAt }) => revokedAt);
    const list = (keys: ApiKey[]): TemplateResult => html`<ul class="keys card">
      ${repeat(
        keys,
        ({ id }) => id,
        (key) => this.#key(key),
      )}
    </ul>`;
    return html`
      ${
        active.length > 0
          ? list(active)
          : html`<div class="card">
            ${emptyState({ icon: 'keyRound', title: this.t('keys.emptyTitle'), text: this.t('keys.emptyText') })}
          </div>`
      }
      ${
        revoked.length > 0
          ? html`<button class="button quiet small older" @click=${() => (this.withRevoked = !this.withRevoked)}>
              ${this.withRevoked ? this.t('keys.hideRevoked') : this.t('keys.showRevoked', { count: revoked.length })}
            </button>
            ${this.withRevoked ? html`<div class="older">${list(revoked)}</div>` : nothing}`
          : nothing
      }
    `;
  }

  #key(key: ApiKey): TemplateResult {
    const used = key.lastUsedAt ? this.when(key.lastUsedAt) : this.t('keys.never');
    return html`<li class="key ${key.revokedAt ? 'revoked' : ''}">
      <div class="title">
        <strong><bdi>${key.name}</bdi></strong>
        <span class="pill ${key.kind === 'secret' ? 'warning' : 'accent'}">${this.t(`keys.${key.kind}`)}</span>
        ${key.revokedAt ? html`<span class="pill danger">${this.t('keys.revoked')}</span>` : nothing}
        ${this.#overlapOf(key) ? html`<span class="pill warning">${icon('hourglass')}${this.t('keys.former', { when: this.instant(this.#overlapOf(key)!) })}</span>` : nothing}
        ${
          key.kind === 'publishable' && key.origins.length === 0 && !key.revokedAt
            ? html`<span class="pill warning">${icon('globe')}${this.t('keys.anyOrigin')}</span>`
            : nothing
        }
      </div>
      <div class="value">
        <code class="clip">${key.value ?? key.hint}</code>
        ${
          key.value && !key.revokedAt
            ? html`<alloza-app-copy
              onlyIcon
              look="quiet small"
              .text=${key.value}
              label=${this.t('keys.copyKey')}
              doneLabel=${this.t('action.copied')}
            ></alloza-app-copy>`
            : nothing
        }
      </div>
      <div class="meta">
        ${this.t(key.kind === 'secret' ? 'keys.may' : 'keys.mayUse')}: ${this.#rights(key)}
      </div>
      <div class="meta">
        ${this.t('keys.lastUsed')}:
        <span title=${key.lastUsedAt ? this.instant(key.lastUsedAt) : nothing}>${used}</span> ·
        <span title=${this.instant(key.createdAt)}>${this.t('keys.created', { when: this.when(key.createdAt) })}</span>
      </div>
      ${key.revokedAt ? nothing : this.#tools(key)}
    </li>`;
  }

  /** Until when the text works that the key had before; undefined once that is over. */
  #overlapOf({ formerWorksUntil, revokedAt }: ApiKey): string | undefined {
    const isOn = formerWorksUntil && !revokedAt && Date.parse(formerWorksUntil) > this.app.now();
    return isOn ? formerWorksUntil : undefined;
  }

  /** What a secret key may do, or where a publishable one may be used. */
  #rights({ kind, scopes, origins }: ApiKey): unknown {
    if (kind === 'publishable') return html`<bdi>${origins.join(', ') || this.t('keys.anyOrigin')}</bdi>`;
    const parts = readScopes(scopes).map(({ subject, read, write }) => {
      const verb = read && write ? 'keys.readWrite' : write ? 'keys.write' : 'keys.read';
      return `${this.t(`keys.scope.${subject}`)} (${this.t(verb)})`;
    });
    return new Intl.ListFormat(this.locale, { type: 'unit', style: 'short' }).format(parts);
  }

  #tools(key: ApiKey): TemplateResult {
    const code = key.value ? this.#embed(key.value) : undefined;
    const mine = key.kind === 'publishable' || this.may('owner');
    const changes: MenuItem[] = [
      { label: this.t('keys.edit'), icon: 'pencil', run: () => (this.editing = key) },
      { label: this.t('keys.replace'), icon: 'refreshCw', run: () => (this.replacing = key) },
    ];
    const items: MenuItem[] = [
      ...(mine ? changes : []),
      { label: this.t('keys.revoke'), icon: 'ban', tone: 'danger', divided: mine, run: () => (this.revoking = key) },
    ];
    return html`<div class="tools">
      ${
        code
          ? html`<alloza-app-copy
            .text=${code}
            label=${this.t('keys.copyEmbed')}
            doneLabel=${this.t('action.copied')}
          ></alloza-app-copy>`
          : nothing
      }
      <alloza-app-menu .items=${items} label=${this.t('action.more')}>
        <button class="button quiet small only-icon" aria-label=${this.t('action.more')}>${icon('ellipsis')}</button>
      </alloza-app-menu>
    </div>`;
  }

  #dialogs(): TemplateResult {
    const close = (): void => {
      this.editing = undefined;
    };
    return html`
      ${
        this.editing
          ? html`<alloza-key-dialog
            .apiKey=${this.editing === 'new' ? undefined : this.editing}
            @app-close=${close}
            @app-created=${this.#onCreated}
            @app-saved=${this.#onSaved}
          ></alloza-key-dialog>`
          : nothing
      }
      ${
        this.replacing
          ? html`<alloza-key-replace
              .apiKey=${this.replacing}
              @app-close=${() => (this.replacing = undefined)}
              @app-created=${this.#onReplaced}
            ></alloza-key-replace>`
          : nothing
      }
      ${this.created ? this.#shown(this.created) : nothing} ${this.revoking ? this.#confirm(this.revoking) : nothing}
    `;
  }

  /** The new key, the only time a secret one is seen; a publishable one as the code to paste. */
  #shown({ apiKey, key }: Created): TemplateResult {
    const code = apiKey.kind === 'publishable' ? this.#embed(key) : undefined;
    const former = this.#overlapOf(apiKey);
    const close = (): void => {
      this.created = undefined;
    };
    return html`<alloza-app-dialog
      .open=${true}
      size="wide"
      heading=${this.t(apiKey.formerWorksUntil ? 'keys.replacedTitle' : 'keys.createdTitle')}
      closeLabel=${this.t('action.close')}
      @app-close=${close}
    >
      <div class="stack">
        ${apiKey.kind === 'secret' ? html`<div class="notice warning">${icon('triangleAlert')}<div>${this.t('keys.secretOnce')}</div></div>` : nothing}
        <code class="once">${key}</code>
        ${apiKey.formerWorksUntil ? html`<p role="status">${former ? this.t('keys.formerUntil', { when: this.instant(former) }) : this.t('keys.formerEnded')}</p>` : nothing}
        ${code ? html`<p>${this.t('keys.createdEmbed')}</p><pre class="code" tabindex="0">${code}</pre>` : nothing}
      </div>
      <alloza-app-copy
        slot="footer"
        look=${code ? '' : 'primary'}
        .text=${key}
        label=${this.t('keys.copyKey')}
        doneLabel=${this.t('action.copied')}
      ></alloza-app-copy>
      ${
        code
          ? html`<alloza-app-copy
            slot="footer"
            look="primary"
            .text=${code}
            label=${this.t('keys.copyEmbed')}
            doneLabel=${this.t('action.copied')}
          ></alloza-app-copy>`
          : nothing
      }
      <button slot="footer" class="button" @click=${close}>${this.t('keys.done')}</button>
    </alloza-app-dialog>`;
  }

  #confirm(key: ApiKey): TemplateResult {
    const close = (): void => {
      this.revoking = undefined;
    };
    return html`<alloza-app-dialog
      .open=${true}
      heading=${this.t('keys.revokeTitle', { name: key.name })}
      closeLabel=${this.t('action.close')}
      @app-close=${close}
    >
      <p class="muted">${this.t('keys.revokeText')}</p>
      <button slot="footer" class="button" @click=${close}>${this.t('action.cancel')}</button>
      <button slot="footer" class="button danger" @click=${this.#revoke}>${this.t('keys.revoke')}</button>
    </alloza-app-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-settings-keys': KeysSection;
  }
}
