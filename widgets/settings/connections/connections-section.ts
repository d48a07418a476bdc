import type { Schema } from '@alloza/sdk/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type IconName, icon } from '../../app/icons.ts';
import type { LiveEvent } from '../../app/live.ts';
import { Loading } from '../../app/loading.ts';
import { bones, emptyState, errorState } from '../../app/states.ts';
import { SettingsSection } from '../section.ts';
import type { Question } from '../team/confirm-dialog.ts';
import { connectionsStyles } from './connections-section.styles.ts';

type Connection = Schema<'Connection'>;

interface Shown extends Connection {
  /** Who connected it, as far as the record of changes knows. */
  readonly by?: string | undefined;
}

const icons: Record<Connection['provider'], IconName> = {
  google: 'calendar',
  instagram: 'messageSquare',
  stripe: 'wallet',
};

/**
 * The studio's accounts at other services that Alloza may act in: whose they are, whether they work, and the means to
 * end it. What begins a connection belongs to the part that uses it, so nothing here pretends to.
 */
export class ConnectionsSection extends SettingsSection {
  static override styles = [SettingsSection.styles, connectionsStyles];

  @state() private question?: Question;
  #timer?: ReturnType<typeof setTimeout>;
  readonly #connections = new Loading<Shown[]>(this, async (signal) => {
    const { items } = await this.app.api.connections.list({ limit: 100 }, { signal });
    return Promise.all(items.map(async (one) => ({ ...one, by: await this.#connectedBy(one, signal) })));
  });

  protected override studioChanged(): void {
    if (!this.may('owner')) return;
    this.app.live.addEventListener('event', this.#heard);
    void this.#connections.run();
  }

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

  /** A service takes its consent back by itself, too. */
  readonly #heard = (message: Event): void => {
    if (!(message as CustomEvent<LiveEvent>).detail.type.startsWith('connection.')) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#connections.run(), 400);
  };

  /** The newest who has connected it. What can't be told now is left out: the rest is worth showing without it. */
  async #connectedBy({ id }: Connection, signal: AbortSignal): Promise<string | undefined> {
    if (!id) return undefined;
    const found = await this.app.api.changes.list({ subject: id, limit: 25 }, { signal }).catch(() => undefined);
    return found?.items.find(({ action }) => action === 'connected')?.actor.name ?? undefined;
  }

  #ask({ id, provider, account }: Connection): void {
    const service = this.t(`connections.${provider}`);
    this.question = {
      heading: this.t('connections.askTitle', { service }),
      text: this.t('connections.askText', { service, account: account ?? '' }),
      action: this.t('connections.disconnect'),
      danger: true,
      run: async () => {
        await this.app.api.connections.disconnect(id!);
        this.app.toasts.show({ text: this.t('connections.done', { service }) });
        await this.#connections.run();
      },
    };
  }

  override render(): TemplateResult {
    const head = this.head(this.t('connections.title'), this.t('connections.text'));
    if (!this.may('owner')) {
      return html`${head}
        <div class="card">
          ${emptyState({ icon: 'shieldOff', title: this.t('problem.forbidden.title'), text: this.t('connections.ownersOnly') })}
        </div>`;
    }
    return html`${head} ${this.#content()} ${this.#dialog()}`;
  }

  #content(): TemplateResult {
    const { value, state, error } = this.#connections;
    if (!value) {
      if (state === 'error') return errorState(error, this.t, () => void this.#connections.run());
      return html`<div class="group card">${bones([60, 80, 60], this.t)}</div>`;
    }
    const there = value.filter(({ status }) => status !== 'disconnected');
    const others = value.filter(({ status }) => status === 'disconnected');
    return html`
      ${
        there.length > 0
          ? this.#list(there)
          : html`<div class="card">
              ${emptyState({ icon: 'link', title: this.t('connections.emptyTitle'), text: this.t('connections.emptyText') })}
            </div>`
      }
      ${
        others.length > 0
          ? html`<h3 class="older">${this.t(there.length > 0 ? 'connections.others' : 'connections.known')}</h3>
              <p class="muted">${this.t('connections.howTo')}</p>
              ${this.#list(others)}`
          : nothing
      }
      ${this.#personal()}
    `;
  }

  #list(connections: readonly Shown[]): TemplateResult {
    return html`<ul class="connections card">
      ${repeat(
        connections,
        ({ provider }) => provider,
        (connection) => this.#connection(connection),
      )}
    </ul>`;
  }

  #connection(connection: Shown): TemplateResult {
    const { provider, status } = connection;
    const service = this.t(`connections.${provider}`);
    return html`<li>
      <span class="emblem" aria-hidden="true">${icon(icons[provider], 20)}</span>
      <div class="what">
        <div class="name"><strong>${service}</strong> ${this.#status(status)}</div>
        <p class="muted">${this.t(`connections.${provider}.text`)}</p>
        ${status === 'disconnected' ? nothing : this.#facts(connection)}
      </div>
      ${
        status === 'disconnected'
          ? nothing
          : html`<button
              class="button small"
              aria-label=${this.t('connections.disconnectLabel', { service })}
              @click=${() => this.#ask(connection)}
            >
              ${this.t('connections.disconnect')}
            </button>`
      }
    </li>`;
  }

  #status(status: Connection['status']): TemplateResult | typeof nothing {
    if (status === 'connected') return html`<span class="pill success">${this.t('connections.connected')}</span>`;
    if (status === 'disconnected') return nothing;
    return html`<span class="pill danger">${icon('triangleAlert')}${this.t('connections.reconnect')}</span>`;
  }

  #facts({ status, account, scopes, connectedAt, lastSyncAt, lastError, by }: Shown): TemplateResult {
    const when = connectedAt ? this.when(connectedAt) : '';
    return html`
      <dl class="meta">
        <div>
          <dt>${this.t('connections.account')}</dt>
          <dd><bdi>${account}</bdi></dd>
        </div>
        <div>
          <dt>${this.t('connections.since')}</dt>
          <dd title=${connectedAt ? this.instant(connectedAt) : nothing}>
            ${by ? this.t('connections.sinceBy', { when, name: by }) : when}
          </dd>
        </div>
        <div>
          <dt>${this.t('connections.lastSync')}</dt>
          <dd title=${lastSyncAt ? this.instant(lastSyncAt) : nothing}>
            ${lastSyncAt ? this.when(lastSyncAt) : this.t('connections.never')}
          </dd>
        </div>
        ${
          scopes.length > 0
            ? html`<div>
                <dt>${this.t('connections.scopes')}</dt>
                <dd><bdi>${scopes.join(', ')}</bdi></dd>
              </div>`
            : nothing
        }
      </dl>
      ${
        status === 'reconnect_needed' || lastError
          ? html`<div class="notice ${status === 'reconnect_needed' ? 'warning' : ''}">
              ${icon('triangleAlert')}
              <div>
                ${this.t(status === 'reconnect_needed' ? 'connections.dead' : 'connections.failed')}
                ${lastError ? html`<code>${lastError}</code>` : nothing}
              </div>
            </div>`
          : nothing
      }
    `;
  }

  /** What people look for here and find elsewhere. */
  #personal(): TemplateResult | typeof nothing {
    if (!this.app.google) return nothing;
    const { navigator, membership } = this.app;
    const href = navigator.href({ name: 'settings', slug: membership.slug, section: 'account' });
    return html`<p class="below">
      ${this.t('connections.personal')} <a href=${href}>${this.t('settings.account')}</a>
    </p>`;
  }

  #dialog(): TemplateResult | typeof nothing {
    if (!this.question) return nothing;
    return html`<alloza-team-confirm
      .question=${this.question}
      @app-close=${() => (this.question = undefined)}
    ></alloza-team-confirm>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-settings-connections': ConnectionsSection;
  }
}
