import { html, type TemplateResult } from 'lit';
import { AppPanel } from '../app/panel.ts';
import { LanguageController } from '../base/language.ts';
import { clientTexts } from './texts.ts';

/**
 * The people and companies a studio works with: a table, and each client in a sheet of its own.
 *
 * @summary The clients panel of the dashboard.
 * @since 0.1.0
 */
export class AllozaClients extends AppPanel {
  protected override readonly home = 'clients';
  protected override readonly language = new LanguageController(this, clientTexts);

  protected override renderPanel(): TemplateResult {
    return html`<alloza-clients-panel></alloza-clients-panel>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-clients': AllozaClients;
  }
}
