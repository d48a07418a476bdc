import { html, type TemplateResult } from 'lit';
import { AppElement } from '../app/app-element.ts';
import { LanguageController } from '../base/language.ts';
import { projectTexts } from './texts.ts';

/** The projects screen. */
export class ProjectsPanel extends AppElement {
  readonly language = new LanguageController(this, projectTexts);

  override render(): TemplateResult {
    return html`<h1>${this.language.t('projects.title')}</h1>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-projects-panel': ProjectsPanel;
  }
}
