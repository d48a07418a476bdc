import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import { icon } from '../icons.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';

/**
 * A modal dialog: the native one, so focus stays inside and the rest is inert. Closing asks by `app-close`; the owner
 * takes the element away or sets `open`.
 *
 * @slot - The content.
 * @slot footer - Buttons at the end.
 * @event app-close
 */
export class AppDialog extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: contents;
      }

      dialog {
        background: var(--_raised);
        border: 1px solid var(--_line);
        border-radius: var(--_radius-card);
        box-shadow: var(--_shadow-dialog);
        color: var(--_text);
        flex-direction: column;
        inline-size: min(480px, calc(100vw - 32px));
        margin: auto;
        max-block-size: min(760px, calc(100dvh - 32px));
        max-inline-size: none;
        overflow: hidden;
        padding: 0;
      }

      dialog[open] {
        animation: enter 200ms ease-out;
        display: flex;
      }

      :host([size='wide']) dialog {
        inline-size: min(680px, calc(100vw - 32px));
      }

      dialog::backdrop {
        animation: fade 200ms ease-out;
        background: rgb(10 12 14 / 0.42);
      }

      header {
        align-items: center;
        display: flex;
        gap: 12px;
        padding: 20px 20px 0 24px;
      }

      h2 {
        flex: 1;
        font-size: 16px;
        line-height: 24px;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }

      h2:focus {
        outline: none;
      }

      .body {
        overflow: auto;
        overscroll-behavior: contain;
        padding: 16px 24px 24px;
      }

      .body:focus-visible {
        outline-offset: -2px;
      }

      footer {
        border-block-start: 1px solid var(--_line);
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        justify-content: flex-end;
        padding: 14px 24px;
      }

      footer:not(.used) {
        display: none;
      }

      @keyframes enter {
        from {
          opacity: 0;
          transform: translateY(8px);
        }
      }

      @keyframes fade {
        from {
          opacity: 0;
        }
      }

      @media (max-width: 560px) {
        dialog,
        :host([size='wide']) dialog {
          border-end-end-radius: 0;
          border-end-start-radius: 0;
          inline-size: 100vw;
          margin-block-end: 0;
          max-block-size: calc(100dvh - 24px);
        }
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  @property() heading = '';
  /** What the closing button is called. */
  @property() closeLabel = 'Close';
  @property({ reflect: true }) size?: 'wide';
  @property({ attribute: false }) hasFooter = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    if (this.open && !this.dialog.open) {
      this.dialog.showModal();
      (this.querySelector<HTMLElement>('[autofocus]') ?? this.shadowRoot!.querySelector<HTMLElement>('h2'))?.focus();
    } else if (!this.open && this.dialog.open) this.dialog.close();
  }

  readonly #ask = (): void => {
    this.dispatchEvent(new CustomEvent('app-close'));
  };

  readonly #cancel = (event: Event): void => {
    // The native dialog would close by itself and leave `open` behind; a file chooser's cancel only bubbles through.
    if (event.target !== this.dialog) return;
    event.preventDefault();
    this.#ask();
  };

  readonly #press = (event: PointerEvent): void => {
    const box = this.dialog.getBoundingClientRect();
    const inside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    if (event.target === this.dialog && !inside) this.#ask();
  };

  readonly #slotted = (event: Event): void => {
    this.hasFooter = (event.target as HTMLSlotElement).assignedElements().length > 0;
  };

  override render() {
    return html`
      <dialog aria-labelledby="heading" @cancel=${this.#cancel} @pointerdown=${this.#press} @close=${this.#ask}>
        <header>
          <h2 id="heading" tabindex="-1">${this.heading}</h2>
          <button class="button quiet small only-icon" aria-label=${this.closeLabel} @click=${this.#ask}>
            ${icon('x')}
          </button>
        </header>
        <div class="body" tabindex=${this.hasFooter ? nothing : '0'}>${this.open ? html`<slot></slot>` : nothing}</div>
        <footer class=${this.hasFooter ? 'used' : ''}><slot name="footer" @slotchange=${this.#slotted}></slot></footer>
      </dialog>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-app-dialog': AppDialog;
  }
}
