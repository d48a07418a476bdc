import { css, html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { choiceCards } from './choice-cards.styles.ts';
import { SettingsSection } from './section.ts';

interface DialogView {
  readonly heading: string;
  readonly content: unknown;
  readonly action: string;
  readonly danger?: boolean;
  readonly wide?: boolean;
}

/**
 * What dialogs of the settings share: a form, a button that sends it, a button that does not.
 *
 * @event app-close
 */
export abstract class SettingsDialog extends SettingsSection {
  static override styles = [
    SettingsSection.styles,
    choiceCards,
    css`
      .switches {
        display: grid;
        gap: 12px;
      }

      p {
        text-wrap: pretty;
      }

      .above {
        margin: 0;
      }
    `,
  ];

  protected readonly close = (): void => {
    this.dispatchEvent(new CustomEvent('app-close'));
  };

  protected abstract submit(event?: Event): void;

  /** What stands in place of the form once it was sent and there is something to read. */
  protected told(heading: string, text: string): TemplateResult {
    return html`
      <alloza-app-dialog .open=${true} heading=${heading} closeLabel=${this.t('action.close')} @app-close=${this.close}>
        <p role="status">${text}</p>
        <button slot="footer" class="button primary" @click=${this.close}>${this.t('action.close')}</button>
      </alloza-app-dialog>
    `;
  }

  protected dialog({ heading, content, action, danger, wide }: DialogView): TemplateResult {
    const send = (event: Event): void => this.submit(event);
    return html`
      <alloza-app-dialog
        .open=${true}
        size=${ifDefined(wide ? 'wide' : undefined)}
        heading=${heading}
        closeLabel=${this.t('action.close')}
        @app-close=${this.close}
      >
        <form class="form" novalidate @submit=${send}>${content}<button hidden></button></form>
        <button slot="footer" class="button" @click=${this.close}>${this.t('action.cancel')}</button>
        <button
          slot="footer"
          class="button ${danger ? 'danger' : 'primary'}"
          ?disabled=${this.form.busy}
          @click=${send}
        >
          ${action}
        </button>
      </alloza-app-dialog>
    `;
  }
}
