import { html, type TemplateResult } from 'lit';
import { AppPanel } from '../app/panel.ts';
import { LanguageController } from '../base/language.ts';
import { settingsTexts } from './texts.ts';

/**
 * The settings of a studio and of the signed-in person.
 *
 * @summary The settings panel of the dashboard.
 * @since 0.1.0
 */
export class AllozaSettings extends AppPanel {
  protected override readonly home = 'settings';
  protected override readonly language = new LanguageController(this, settingsTexts);

  protected override renderPanel(): TemplateResult {
    return html`<alloza-settings-panel></alloza-settings-panel>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-settings': AllozaSettings;
  }
}
