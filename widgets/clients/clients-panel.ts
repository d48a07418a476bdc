import { html, type TemplateResult } from 'lit';
import { AppElement } from '../app/app-element.ts';
import { LanguageController } from '../base/language.ts';
import { clientTexts } from './texts.ts';

/** The clients screen. */
export class ClientsPanel extends AppElement {
  readonly language = new LanguageController(this, clientTexts);

  override render(): TemplateResult {
    return html`<h1>${this.language.t('clients.title')}</h1>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-clients-panel': ClientsPanel;
  }
}
