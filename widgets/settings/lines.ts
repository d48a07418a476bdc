/** Lists of short texts in a form, whose order a person decides. */
import { css, html, type LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FormController } from '../app/form.ts';
import { icon } from '../app/icons.ts';
import type { TranslateSettings } from './texts.ts';

export const lineStyles = css`
  .lines {
    display: grid;
    gap: 8px;
  }

  .line {
    align-items: center;
    display: grid;
    gap: 8px;
    grid-template-columns: auto minmax(0, 3fr) minmax(0, 2fr) auto;
  }

  .line.reason {
    grid-template-columns: minmax(0, 1fr) auto;
  }

  .order {
    display: flex;
  }

  @media (max-width: 720px) {
    .line:not(.reason) {
      grid-template-columns: auto minmax(0, 1fr) auto;
    }

    .line .select {
      grid-column: 2;
      grid-row: 2;
    }
  }
`;

export interface LineInput {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly disabled: boolean;
  readonly input: (value: string) => void;
}

export interface LineOrder {
  /** What the inputs of the list are called, before the number. */
  readonly prefix: string;
  readonly index: number;
  readonly count: number;
  /** What the line is called when it is spoken. */
  readonly name: string;
  readonly disabled: boolean;
  readonly move: (to: number) => void;
}

/** What the lines of a form have in common; keeps the focus where the person works, and says where a line went. */
export class Lines {
  readonly #host: LitElement;
  readonly #t: TranslateSettings;
  readonly #form: FormController;
  #said = '';

  constructor(host: LitElement, t: TranslateSettings, form: FormController) {
    this.#host = host;
    this.#t = t;
    this.#form = form;
  }

  /** Stands in the template once: what was moved is told to those who don't see it. */
  spoken(): TemplateResult {
    return html`<div class="only-spoken" role="status">${this.#said}</div>`;
  }

  input({ name, label, value, max, disabled, input }: LineInput): TemplateResult {
    const error = this.#form.errors[name];
    return html`<input
      class="input"
      id=${name}
      name=${name}
      aria-label=${label}
      aria-invalid=${error === undefined ? 'false' : 'true'}
      title=${error ?? ''}
      maxlength=${max}
      dir="auto"
      autocomplete="off"
      ?disabled=${disabled}
      .value=${live(value)}
      @input=${(event: Event) => input((event.target as HTMLInputElement).value)}
    />`;
  }

  /** Two buttons that move a line; pressed again and again they go with it. */
  arrows({ prefix, index, count, name, disabled, move }: LineOrder): TemplateResult {
    const arrow = (direction: 'up' | 'down', to: number): TemplateResult => html`
      <button
        type="button"
        class="button quiet small only-icon"
        data-move="${direction}-${index}"
        aria-label=${this.#t(direction === 'up' ? 'pipeline.moveUp' : 'pipeline.moveDown', { name })}
        ?disabled=${disabled || to < 0 || to >= count}
        @click=${() => {
          move(to);
          this.#said = this.#t('pipeline.moved', { name, position: to + 1 });
          void this.#follow(prefix, direction, to);
        }}
      >
        ${icon(direction === 'up' ? 'arrowUp' : 'arrowDown')}
      </button>
    `;
    return html`<span class="order">${arrow('up', index - 1)}${arrow('down', index + 1)}</span>`;
  }

  remove(label: string, disabled: boolean, run: () => void): TemplateResult {
    return html`<button
      type="button"
      class="button quiet small only-icon"
      aria-label=${label}
      ?disabled=${disabled}
      @click=${run}
    >
      ${icon('trash2')}
    </button>`;
  }

  /** A button below the list; the new line is written into at once. */
  add(prefix: string, label: string, count: number, disabled: boolean, run: () => void): TemplateResult {
    return html`<div>
      <button
        type="button"
        class="button small"
        ?disabled=${disabled}
        @click=${() => {
          run();
          void this.#focus(`#${prefix}-${count}`);
        }}
      >
        ${icon('plus')}${label}
      </button>
    </div>`;
  }

  async #follow(prefix: string, direction: 'up' | 'down', to: number): Promise<void> {
    await this.#host.updateComplete;
    const button = this.#host.renderRoot.querySelector<HTMLButtonElement>(`[data-move="${direction}-${to}"]`);
    // At the end of the list there is no further to go.
    if (button?.disabled) await this.#focus(`#${prefix}-${to}`);
    else button?.focus();
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
