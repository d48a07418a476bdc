import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keyCaps, type Shortcuts } from '../app/shortcuts.ts';
import { base } from '../app/styles/base.ts';
import { controls } from '../app/styles/controls.ts';
import { LanguageController } from '../base/language.ts';
import { dashboardTexts } from './texts.ts';

/**
 * Lists the shortcuts that work where the person is.
 *
 * @event app-close
 */
export class ShortcutsDialog extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      dl {
        display: grid;
        gap: 2px;
      }

      div {
        align-items: center;
        display: flex;
        gap: 16px;
        justify-content: space-between;
        min-block-size: 36px;
      }

      dd {
        align-items: center;
        color: var(--_text-muted);
        display: flex;
        font-size: 12px;
        gap: 4px;
      }
    `,
  ];

  @property({ attribute: false }) shortcuts!: Shortcuts;
  readonly chosenLocale = undefined;
  readonly language = new LanguageController(this, dashboardTexts);
  readonly #t = this.language.t;

  override render(): TemplateResult {
    return html`
      <alloza-app-dialog
        .open=${true}
        heading=${this.#t('shortcuts.title')}
        @app-close=${() => this.dispatchEvent(new CustomEvent('app-close'))}
      >
        <dl>${this.shortcuts.all.map(({ keys, label }) => html`<div><dt>${label}</dt><dd>${this.#caps(keys)}</dd></div>`)}</dl>
      </alloza-app-dialog>
    `;
  }

  #caps(keys: string): unknown {
    const pair = keys.includes(' ');
    return keyCaps(keys).map(
      (cap, index) =>
        html`${index > 0 && pair ? html`<span>${this.#t('shortcuts.then')}</span>` : ''}<kbd>${cap}</kbd>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-app-shortcuts': ShortcutsDialog;
  }
}
