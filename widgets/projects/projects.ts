import { html, type TemplateResult } from 'lit';
import { AppPanel } from '../app/panel.ts';
import { LanguageController } from '../base/language.ts';
import { projectTexts } from './texts.ts';

/**
 * The jobs of a studio, from the first date to the delivery.
 *
 * @summary The projects panel of the dashboard.
 * @since 0.1.0
 */
export class AllozaProjects extends AppPanel {
  protected override readonly home = 'projects';
  protected override readonly language = new LanguageController(this, projectTexts);

  protected override renderPanel(): TemplateResult {
    return html`<alloza-projects-panel></alloza-projects-panel>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-projects': AllozaProjects;
  }
}
