import { css, html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type IconName, icon } from '../icons.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { placeBelow } from './place.ts';

export interface MenuItem {
  readonly label: string;
  readonly hint?: string;
  readonly icon?: IconName;
  readonly keys?: string;
  readonly tone?: 'danger';
  /** Given for items that are chosen among others: shows a tick. */
  readonly checked?: boolean;
  readonly disabled?: boolean;
  /** A line above this item. */
  readonly divided?: boolean;
  readonly run: () => void;
}

/**
 * A button that opens a menu. The button is the slotted element; this element gives it its ARIA attributes.
 *
 * @slot - The button.
 */
export class AppMenu extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: inline-flex;
        min-inline-size: 0;
      }

      [popover] {
        background: var(--_raised);
        border: 1px solid var(--_line);
        border-radius: 10px;
        box-shadow: var(--_shadow-menu);
        color: var(--_text);
        inset: auto;
        margin: 0;
        max-block-size: min(420px, calc(100dvh - 32px));
        max-inline-size: min(340px, calc(100vw - 16px));
        min-inline-size: 180px;
        overflow: auto;
        padding: 4px;
        position: fixed;
      }

      button {
        align-items: center;
        background: none;
        border: 0;
        border-radius: 6px;
        cursor: pointer;
        display: flex;
        gap: 10px;
        inline-size: 100%;
        min-block-size: calc(var(--_control) - 2px);
        padding: 4px 8px;
        text-align: start;
      }

      button:hover,
      button:focus-visible {
        background: var(--_hover);
        outline: none;
      }

      button:focus-visible {
        box-shadow: inset 0 0 0 2px var(--_accent);
      }

      button.danger {
        color: var(--_danger);
      }

      button:disabled {
        cursor: default;
        opacity: 0.5;
      }

      .text {
        flex: 1;
        min-inline-size: 0;
      }

      .tick {
        inline-size: 16px;
      }

      hr {
        border: 0;
        border-block-start: 1px solid var(--_line);
        margin: 4px 0;
      }
    `,
  ];

  @property({ attribute: false }) items: readonly MenuItem[] = [];
  @property() label = '';
  @state() private open = false;
  @query('[popover]') private panel!: HTMLElement;

  get #trigger(): HTMLElement | undefined {
    return this.querySelector<HTMLElement>(':scope > button') ?? undefined;
  }

  protected override updated(): void {
    const trigger = this.#trigger;
    trigger?.setAttribute('aria-haspopup', 'menu');
    trigger?.setAttribute('aria-expanded', String(this.open));
  }

  readonly #toggle = async (): Promise<void> => {
    if (this.open) return this.panel.hidePopover();
    this.open = true;
    await this.updateComplete;
    this.panel.showPopover();
    placeBelow(this.panel, this.#trigger ?? this);
    this.#focus(
      Math.max(
        0,
        this.items.findIndex((item) => item.checked),
      ),
    );
  };

  #focus(index: number): void {
    const buttons = [...this.panel.querySelectorAll<HTMLElement>('button:not(:disabled)')];
    buttons.at(index % buttons.length)?.focus();
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    const buttons = [...this.panel.querySelectorAll<HTMLElement>('button:not(:disabled)')];
    const at = buttons.indexOf(this.shadowRoot!.activeElement as HTMLElement);
    const goTo: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const next = goTo[event.key];
    if (next !== undefined) {
      event.preventDefault();
      this.#focus(next);
    } else if (event.key === 'Tab') this.panel.hidePopover();
    else if (event.key.length === 1 && event.key !== ' ') this.#typeAhead(event.key, buttons, at);
    event.stopPropagation();
  };

  #typeAhead(letter: string, buttons: HTMLElement[], at: number): void {
    const ordered = [...buttons.slice(at + 1), ...buttons.slice(0, at + 1)];
    const wanted = letter.toLocaleLowerCase();
    ordered.find((button) => button.textContent?.trim().toLocaleLowerCase().startsWith(wanted))?.focus();
  }

  readonly #toggled = (event: ToggleEvent): void => {
    if (event.newState === 'open') return;
    this.open = false;
    const { activeElement } = this.shadowRoot!;
    if (activeElement || document.activeElement === document.body) this.#trigger?.focus();
  };

  #run(item: MenuItem): void {
    this.panel.hidePopover();
    item.run();
  }

  override render() {
    return html`
      <slot @click=${this.#toggle}></slot>
      <div popover="auto" role="menu" aria-label=${this.label || nothing} @toggle=${this.#toggled} @keydown=${this.#keydown}>
        ${
          this.open
            ? repeat(
                this.items,
                (item) => item.label,
                (item) => this.#item(item),
              )
            : nothing
        }
      </div>
    `;
  }

  #item(item: MenuItem) {
    const chosen = item.checked !== undefined;
    return html`
      ${item.divided ? html`<hr role="separator" />` : nothing}
      <button
        role=${chosen ? 'menuitemradio' : 'menuitem'}
        aria-checked=${chosen ? String(item.checked) : nothing}
        class=${item.tone ?? ''}
        ?disabled=${item.disabled}
        @click=${() => this.#run(item)}
      >
        ${item.icon ? icon(item.icon) : nothing}
        <span class="text">${item.label}${item.hint ? html`<br /><span class="meta">${item.hint}</span>` : nothing}</span>
        ${item.keys ? html`<kbd aria-hidden="true">${item.keys}</kbd>` : nothing}
        ${chosen ? html`<span class="tick">${item.checked ? icon('check') : nothing}</span>` : nothing}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-app-menu': AppMenu;
  }
}
