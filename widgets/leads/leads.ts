import { html, type TemplateResult } from 'lit';
import { AppPanel } from '../app/panel.ts';
import { LanguageController } from '../base/language.ts';
import { leadTexts } from './texts.ts';

/**
 * The enquiries of a studio: board and table, live, with each lead in a sheet of its own.
 *
 * @summary The leads panel of the dashboard.
 * @since 0.1.0
 */
export class AllozaLeads extends AppPanel {
  protected override readonly home = 'leads';
  protected override readonly language = new LanguageController(this, leadTexts);

  protected override renderPanel(): TemplateResult {
    return html`<alloza-leads-panel></alloza-leads-panel>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-leads': AllozaLeads;
  }
}
