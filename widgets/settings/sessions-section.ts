import type { Schema } from '@alloza/sdk/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../app/icons.ts';
import { Loading } from '../app/loading.ts';
import { bones, errorState, problemText } from '../app/states.ts';
import { SettingsSection } from './section.ts';

type Session = Schema<'Session'>;

/** Where the person is signed in, with the means to end it. */
export class SessionsSection extends SettingsSection {
  static override styles = [
    SettingsSection.styles,
    css`
      li {
        align-items: center;
        display: flex;
        gap: 14px;
        padding: 14px 16px 14px 20px;
      }

      li:not(:last-child) {
        border-block-end: 1px solid var(--_line);
      }

      li > div {
        flex: 1;
        min-inline-size: 0;
      }

      strong {
        font-weight: 600;
      }

      li > .icon {
        color: var(--_text-muted);
      }
    `,
  ];

  readonly #sessions = new Loading<Session[]>(this, (signal) =>
    this.app.person.sessions.list({ limit: 100 }, { signal }).then(({ items }) => items),
  );

  protected override studioChanged(): void {
    void this.#sessions.run();
  }

  async #revoke(session: Session): Promise<void> {
    try {
      await this.app.person.sessions.revoke(session.id);
      this.#sessions.set((this.#sessions.value ?? []).filter(({ id }) => id !== session.id));
      this.app.toasts.show({ text: this.t('sessions.revoked', { device: session.device }) });
    } catch (error) {
      this.app.toasts.show({ text: problemText(error, this.t), tone: 'problem' });
    }
  }

  override render(): TemplateResult {
    const { value, state, error } = this.#sessions;
    const content = value
      ? html`<ul class="card">
          ${repeat(
            value,
            ({ id }) => id,
            (session) => this.#session(session),
          )}
        </ul>`
      : state === 'error'
        ? errorState(error, this.t, () => void this.#sessions.run())
        : html`<div class="group card">${bones([60, 40], this.t)}</div>`;
    return html`${this.head(this.t('sessions.title'), this.t('sessions.text'))} ${content}`;
  }

  #session(session: Session): TemplateResult {
    const { device, current, lastSeenAt, createdAt } = session;
    return html`<li>
      ${icon(/iOS|Android|iPhone/.test(device) ? 'smartphone' : 'laptop', 20)}
      <div>
        <strong>${device}</strong> ${current ? html`<span class="pill success">${this.t('sessions.current')}</span>` : nothing}
        <p class="meta">
          <span title=${this.instant(lastSeenAt)}>${this.t('sessions.seen', { when: this.when(lastSeenAt) })}</span> ·
          <span title=${this.instant(createdAt)}>${this.t('sessions.since', { when: this.when(createdAt) })}</span>
        </p>
      </div>
      ${
        current
          ? nothing
          : html`<button
            class="button small"
            aria-label=${this.t('sessions.revokeLabel', { device })}
            @click=${() => void this.#revoke(session)}
          >
            ${this.t('sessions.revoke')}
          </button>`
      }
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-settings-sessions': SessionsSection;
  }
}
