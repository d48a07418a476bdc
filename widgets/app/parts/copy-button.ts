import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { icon } from '../icons.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';

/** Copies a text and says so where it was pressed. */
export class CopyButton extends LitElement {
  static override styles = [base, controls];

  @property() text = '';
  @property() label = '';
  @property() doneLabel = '';
  /** Looks of the button: classes of the controls' styles. */
  @property() look = 'small';
  @property({ type: Boolean }) onlyIcon = false;
  @state() private done = false;
  #timer?: ReturnType<typeof setTimeout>;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.done = false;
  }

  readonly #copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(this.text);
    this.done = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.done = false;
    }, 2000);
  };

  override render(): TemplateResult {
    const label = this.done ? this.doneLabel : this.label;
    return html`
      <button
        type="button"
        class="button ${this.look} ${this.onlyIcon ? 'only-icon' : ''}"
        aria-label=${this.onlyIcon ? this.label : nothing}
        title=${this.onlyIcon ? this.label : nothing}
        @click=${this.#copy}
      >
        ${icon(this.done ? 'check' : 'copy')}${this.onlyIcon ? nothing : label}
      </button>
      <span class="only-spoken" role="status">${this.done ? this.doneLabel : nothing}</span>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-app-copy': CopyButton;
  }
}
