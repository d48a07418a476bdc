import { css, html, LitElement, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../icons.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { type Toast, type Toasts, toastTime } from '../toasts.ts';

/** Shows the toasts of a Toasts list, above everything, dialogs too. They wait while the pointer or focus is on them. */
export class AppToaster extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: contents;
      }

      [popover] {
        background: none;
        border: 0;
        display: grid;
        gap: 8px;
        inset: auto;
        inset-block-end: 24px;
        inset-inline: 0;
        justify-items: center;
        margin: 0 auto;
        max-inline-size: min(520px, calc(100vw - 32px));
        overflow: visible;
        padding: 0;
        pointer-events: none;
        position: fixed;
      }

      .toast {
        align-items: center;
        animation: rise 200ms ease-out;
        background: light-dark(oklch(0.25 0.01 var(--_hue)), oklch(0.32 0.01 var(--_hue)));
        border-radius: 10px;
        box-shadow: var(--_shadow-menu);
        color: #fff;
        display: flex;
        gap: 12px;
        max-inline-size: 100%;
        min-block-size: 44px;
        padding-block: 6px;
        padding-inline: 14px 6px;
        pointer-events: auto;
      }

      .toast.problem > .icon {
        color: oklch(0.78 0.14 25);
      }

      .toast.done > .icon {
        color: oklch(0.84 0.14 155);
      }

      .text {
        min-inline-size: 0;
        overflow-wrap: anywhere;
        padding-block: 4px;
      }

      button {
        align-items: center;
        background: none;
        block-size: 32px;
        border: 0;
        border-radius: 6px;
        color: inherit;
        cursor: pointer;
        display: inline-flex;
        flex: none;
        font-weight: 600;
        justify-content: center;
        padding: 0 10px;
      }

      button:hover {
        background: rgb(255 255 255 / 0.14);
      }

      button:focus-visible {
        outline-color: #fff;
        outline-offset: 0;
      }

      button.close {
        inline-size: 32px;
        padding: 0;
      }

      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(8px);
        }
      }

      @media (max-width: 720px) {
        [popover] {
          inset-block-end: calc(72px + env(safe-area-inset-bottom));
        }
      }
    `,
  ];

  @property({ attribute: false }) toasts!: Toasts;
  @property() closeLabel = 'Dismiss';
  @query('[popover]') private panel!: HTMLElement;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #held = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.toasts?.addEventListener('change', this.#changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.toasts?.removeEventListener('change', this.#changed);
    this.#stopTimers();
  }

  protected override firstUpdated(): void {
    this.toasts.addEventListener('change', this.#changed);
  }

  readonly #changed = (): void => {
    this.requestUpdate();
  };

  protected override updated(): void {
    const { items } = this.toasts;
    // Shown anew for each change: a dialog opened since then would lie above.
    if (this.panel.matches(':popover-open')) this.panel.hidePopover();
    if (items.length > 0) this.panel.showPopover();
    if (!this.#held) this.#startTimers();
  }

  #startTimers(): void {
    for (const toast of this.toasts.items) {
      if (this.#timers.has(toast.id)) continue;
      this.#timers.set(
        toast.id,
        setTimeout(() => this.toasts.dismiss(toast.id), toastTime(toast)),
      );
    }
  }

  #stopTimers(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  readonly #hold = (): void => {
    this.#held = true;
    this.#stopTimers();
  };

  readonly #release = (): void => {
    this.#held = false;
    this.#startTimers();
  };

  override render() {
    return html`
      <div
        popover="manual"
        @pointerenter=${this.#hold}
        @pointerleave=${this.#release}
        @focusin=${this.#hold}
        @focusout=${this.#release}
      >
        ${repeat(
          this.toasts.items,
          (toast) => toast.id,
          (toast) => this.#toast(toast),
        )}
      </div>
      <div class="only-spoken" role="status">${this.toasts.items.at(-1)?.text ?? nothing}</div>
    `;
  }

  #toast(toast: Toast) {
    return html`
      <div class="toast ${toast.tone}">
        ${icon(toast.tone === 'problem' ? 'circleAlert' : 'circleCheck')}
        <span class="text">${toast.text}</span>
        ${
          toast.action
            ? html`<button @click=${() => this.toasts.act(toast.id)}>${toast.action.label}</button>`
            : nothing
        }
        <button class="close" aria-label=${this.closeLabel} @click=${() => this.toasts.dismiss(toast.id)}>
          ${icon('x')}
        </button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-app-toaster': AppToaster;
  }
}
