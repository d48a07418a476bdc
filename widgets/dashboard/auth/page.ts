import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Connection } from '../../app/api.ts';
import { startGoogle } from '../../app/auth-post.ts';
import { textInput } from '../../app/fields.ts';
import { FormController } from '../../app/form.ts';
import { icon } from '../../app/icons.ts';
import { followedLink, type Navigator } from '../../app/navigator.ts';
import { viewProblem } from '../../app/problems.ts';
import { safeReturn } from '../../app/routes.ts';
import { base } from '../../app/styles/base.ts';
import { controls } from '../../app/styles/controls.ts';
import { surfaces } from '../../app/styles/surfaces.ts';
import { LanguageController } from '../../base/language.ts';
import { type AuthText, authTexts } from './texts.ts';

/** What the pages before sign-in share: the quiet frame, texts, one form. */
export abstract class AuthPage extends LitElement {
  static override styles = [
    base,
    controls,
    surfaces,
    css`
      :host {
        align-content: center;
        display: grid;
        justify-items: center;
        min-block-size: 100dvh;
        padding: 32px 16px;
      }

      main {
        inline-size: min(400px, 100%);
      }

      .brand {
        align-items: center;
        color: var(--_text);
        display: flex;
        font-size: 16px;
        font-weight: 600;
        gap: 10px;
        justify-content: center;
        letter-spacing: -0.01em;
        margin-block-end: 24px;
      }

      .mark {
        block-size: 28px;
        inline-size: 28px;
      }

      .mark path {
        stroke: none;
      }

      .card {
        display: grid;
        gap: 20px;
        grid-template-columns: minmax(0, 1fr);
        padding: 32px;
      }

      h1 {
        font-size: 20px;
        line-height: 28px;
      }

      h1:focus {
        outline: none;
      }

      .head {
        display: grid;
        gap: 4px;
      }

      .foot {
        color: var(--_text-muted);
        margin-block-start: 20px;
        text-align: center;
      }

      .label-row {
        align-items: baseline;
        display: flex;
        justify-content: space-between;
        gap: 12px;
      }

      .label-row a {
        font-size: 12px;
      }

      .secret {
        display: block;
        position: relative;
      }

      .secret .input {
        padding-inline-end: 44px;
      }

      .secret .button {
        block-size: calc(var(--_control) - 6px);
        inline-size: calc(var(--_control) - 4px);
        inset-block-start: 3px;
        inset-inline-end: 3px;
        position: absolute;
      }

      .or {
        align-items: center;
        color: var(--_text-muted);
        display: grid;
        gap: 12px;
        grid-template-columns: 1fr auto 1fr;
      }

      .or::before,
      .or::after {
        border-block-start: 1px solid var(--_line);
        content: '';
      }

      /* May name a studio or an address of any length. */
      .button.wide {
        block-size: auto;
        min-block-size: var(--_control);
        overflow-wrap: anywhere;
        padding-block: 6px;
        white-space: normal;
      }

      .field label {
        font-weight: 500;
      }

      @media (max-width: 480px) {
        .card {
          padding: 24px 20px;
        }
      }
    `,
  ];

  @property({ attribute: false }) connection!: Connection;
  @property({ attribute: false }) navigator!: Navigator;
  /** Whether the server can ask Google. */
  @property({ type: Boolean }) google = false;
  @state() private revealed = false;
  @state() private atGoogle: 'no' | 'starting' | 'busy' | 'offline' | 'broken' = 'no';
  /** What a try here has ended with; it replaces what the way back from Google has told. */
  @state() protected refusal = '';
  readonly chosenLocale = undefined;
  readonly language = new LanguageController(this, authTexts);
  readonly form = new FormController(this);
  protected readonly t = this.language.t;

  protected override firstUpdated(): void {
    (this.renderRoot.querySelector<HTMLElement>('[autofocus]') ?? this.renderRoot.querySelector('h1'))?.focus();
  }

  /** What a link in a mail, or the way back from Google, hands over behind `#`, where browsers keep it to themselves. */
  protected get handed(): URLSearchParams {
    return new URLSearchParams(this.navigator.place.url.hash.slice(1));
  }

  protected get token(): string {
    return this.handed.get('token') ?? '';
  }

  /** Where people come back to from Google. */
  protected get goesOnTo(): string {
    const { base, query } = this.navigator;
    return safeReturn(query.get('next'), base) ?? base;
  }

  /** Whether the token is used, too old, or no token at all, as in a link that a mail program has cut. */
  protected isDeadLink(problem: unknown): boolean {
    const { code, fields } = viewProblem(problem);
    return code === 'token_invalid' || fields.token !== undefined;
  }

  protected link(page: 'sign-in' | 'register' | 'forgot-password', text: string, carry = false): TemplateResult {
    const next = carry ? (this.navigator.query.get('next') ?? undefined) : undefined;
    return html`<a href=${this.navigator.href({ name: 'auth', page }, { next })} @click=${this.#follow}>${text}</a>`;
  }

  readonly #follow = (event: MouseEvent): void => {
    const url = followedLink(event, this.navigator.base);
    if (!url) return;
    event.preventDefault();
    this.navigator.go(url);
  };

  protected passwordField(view: {
    label: string;
    value: string;
    autocomplete: string;
    hint?: string;
    beside?: unknown;
    input: (value: string) => void;
  }): TemplateResult {
    const error = this.form.errors.password;
    const name = this.revealed ? 'auth.hidePassword' : 'auth.showPassword';
    return html`
      <div class="field">
        <div class="label-row"><label for="password">${view.label}</label>${view.beside ?? nothing}</div>
        <span class="secret" dir="ltr">
          ${textInput({
            name: 'password',
            label: view.label,
            value: view.value,
            type: this.revealed ? 'text' : 'password',
            autocomplete: view.autocomplete,
            maxLength: 256,
            required: true,
            dir: 'ltr',
            error,
            hint: view.hint,
            input: view.input,
          })}
          <button
            type="button"
            class="button quiet only-icon"
            aria-label=${this.t(name)}
            aria-pressed=${String(this.revealed)}
            @click=${() => {
              this.revealed = !this.revealed;
            }}
          >
            ${icon(this.revealed ? 'eyeOff' : 'eye')}
          </button>
        </span>
        ${
          error
            ? html`<div class="error" id="password-hint">${icon('circleAlert')}<span>${error}</span></div>`
            : view.hint
              ? html`<div class="hint" id="password-hint">${view.hint}</div>`
              : nothing
        }
      </div>
    `;
  }

  protected submitButton(label: string): TemplateResult {
    return html`<button class="button primary wide" ?disabled=${this.form.busy}>${label}</button>`;
  }

  /** The other way in, where there is one. */
  protected googleButton(hint?: string): TemplateResult | typeof nothing {
    if (!this.google) return nothing;
    const texts = {
      busy: this.t('signIn.busy'),
      offline: this.t('problem.offline.text'),
      broken: this.t('google.failed'),
    };
    const refusal = this.atGoogle === 'no' || this.atGoogle === 'starting' ? '' : texts[this.atGoogle];
    return html`
      <div class="or">${this.t('google.or')}</div>
      <div role="alert" ?hidden=${!refusal}>
        ${refusal ? html`<div class="notice danger">${icon('circleAlert')}<div>${refusal}</div></div>` : nothing}
      </div>
      <button type="button" class="button wide" ?disabled=${this.atGoogle === 'starting'} @click=${this.#toGoogle}>
        ${this.t('google.action')}
      </button>
      ${hint ? html`<p class="hint">${hint}</p>` : nothing}
    `;
  }

  readonly #toGoogle = async (): Promise<void> => {
    this.atGoogle = 'starting';
    const started = await startGoogle(this.connection, this.goesOnTo);
    if ('url' in started) location.assign(started.url);
    else this.atGoogle = started.code === 'busy' ? 'busy' : started.code === 'offline' ? 'offline' : 'broken';
  };

  /** Why Google has not let the person in, as the way back tells. */
  protected fromGoogle(unproven: AuthText = 'google.unproven'): TemplateResult | typeof nothing {
    const email = this.handed.get('email') ?? '';
    const texts: Record<string, string> = {
      denied: this.t('google.denied'),
      expired: this.t('google.expired'),
      failed: this.t('google.failed'),
      taken: this.t('google.taken'),
      unproven: this.t(unproven, { email }),
    };
    const text = this.refusal ? undefined : texts[this.navigator.query.get('google') ?? ''];
    return text ? html`<div class="notice" role="alert">${icon('info')}<div>${text}</div></div>` : nothing;
  }

  protected frame(content: unknown, foot?: unknown): TemplateResult {
    return html`
      <main>
        <div class="brand">
          <svg class="mark" viewBox="0 0 28 28" aria-hidden="true">
            <rect width="28" height="28" rx="8" fill="var(--_accent)" />
            <path d="M14 6.5 21 21h-3.3l-1.4-3.1h-4.6L10.3 21H7Zm0 5.6-1.4 3.2h2.8Z" fill="var(--_on-accent)" />
          </svg>
          Alloza
        </div>
        <div class="card">${content}</div>
        ${foot ? html`<p class="foot">${foot}</p>` : nothing}
      </main>
    `;
  }

  protected heading(title: string, text?: string): TemplateResult {
    return html`<div class="head">
      <h1 tabindex="-1">${title}</h1>
      ${text ? html`<p class="muted">${text}</p>` : nothing}
    </div>`;
  }

  protected fieldErrors(fields: { email?: string; password?: string; required?: Record<string, string> }) {
    const errors: Record<string, string> = {};
    for (const [name, value] of Object.entries(fields.required ?? {})) {
      if (!value.trim()) errors[name] = this.t('field.required');
    }
    if (fields.email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(fields.email.trim()))
      errors.email = this.t('field.email');
    if (fields.password !== undefined && fields.password.length < 10) errors.password = this.t('auth.passwordShort');
    return errors;
  }
}
