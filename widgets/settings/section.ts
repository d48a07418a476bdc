import { css, html, nothing, type TemplateResult } from 'lit';
import { AppElement } from '../app/app-element.ts';
import { FormController } from '../app/form.ts';
import { icon } from '../app/icons.ts';
import { viewProblem } from '../app/problems.ts';
import { problemNotice } from '../app/states.ts';
import { LanguageController } from '../base/language.ts';
import { settingsTexts } from './texts.ts';

/** What the pages of the settings share: heading, the bar that saves, and the notice about a conflict. */
export abstract class SettingsSection extends AppElement {
  static override styles = [
    AppElement.styles,
    css`
      :host {
        display: block;
      }

      .head {
        align-items: start;
        display: flex;
        gap: 12px 24px;
        justify-content: space-between;
        padding-block-end: 24px;
      }

      .head p {
        color: var(--_text-muted);
        padding-block-start: 2px;
        text-wrap: pretty;
      }

      .group {
        display: grid;
        gap: 20px;
        padding: 24px;
      }

      .group + .group {
        margin-block-start: 16px;
      }

      .group > header {
        display: grid;
        gap: 2px;
      }

      .bar {
        align-items: center;
        background: var(--_raised);
        border: 1px solid var(--_line);
        border-radius: var(--_radius-card);
        box-shadow: var(--_shadow-menu);
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        inset-block-end: 16px;
        justify-content: flex-end;
        margin-block-start: 24px;
        padding: 10px 12px 10px 16px;
        position: sticky;
        z-index: 2;
      }

      .bar > span {
        color: var(--_text-muted);
        flex: 1;
      }

      .bar .short {
        display: none;
      }

      /* One line, so that it leaves the fields in sight. */
      @media (max-width: 480px) {
        .bar {
          flex-wrap: nowrap;
          inset-block-end: 8px;
          padding: 6px 6px 6px 12px;
        }

        .bar > span {
          font-size: 12px;
          line-height: 16px;
          min-inline-size: 0;
        }

        .bar .long {
          display: none;
        }

        .bar .short {
          display: inline;
        }
      }

      .above {
        display: grid;
        gap: 12px;
        margin-block-end: 16px;
      }

      .notice.above {
        display: flex;
      }

      .above:empty {
        display: none;
      }

      @media (max-width: 720px) {
        .group {
          padding: 16px;
        }

        .head {
          flex-wrap: wrap;
        }
      }
    `,
  ];

  readonly language = new LanguageController(this, settingsTexts);
  protected readonly t = this.language.t;
  protected readonly form = new FormController(this);

  protected head(title: string, text: string, action: unknown = nothing): TemplateResult {
    return html`<header class="head">
      <div>
        <h2>${title}</h2>
        <p>${text}</p>
      </div>
      ${action}
    </header>`;
  }

  /** What stands above the fields: no permission, a conflict, or what went wrong. */
  protected notices(reload: () => void, allowed = true): TemplateResult {
    const { problem } = this.form;
    const stale = problem !== undefined && viewProblem(problem).kind === 'stale';
    return html`
      ${
        allowed
          ? nothing
          : html`<div class="notice above">${icon('info')}<div>${this.t('settings.readOnly')}</div></div>`
      }
      ${
        stale
          ? html`<div class="notice warning above" role="alert">
            ${icon('refreshCw')}
            <div>${this.t('settings.conflict')}</div>
            <button class="button small" @click=${reload}>${this.t('action.reload')}</button>
          </div>`
          : html`<div class="above">${problemNotice(problem, this.t)}</div>`
      }
    `;
  }

  /** Appears with the first change and stays in sight until it is saved or discarded. */
  protected saveBar(dirty: boolean, save: () => void, discard: () => void): TemplateResult | typeof nothing {
    if (!dirty) return nothing;
    return html`<div class="bar">
      <span role="status">${this.t(this.form.busy ? 'state.saving' : 'state.unsaved')}</span>
      <button class="button" ?disabled=${this.form.busy} @click=${discard}>
        <span class="long">${this.t('action.discard')}</span><span class="short">${this.t('settings.discardShort')}</span>
      </button>
      <button class="button primary" ?disabled=${this.form.busy} @click=${save}>
        <span class="long">${this.t('action.saveChanges')}</span><span class="short">${this.t('action.save')}</span>
      </button>
    </div>`;
  }

  protected saved(): void {
    this.app.toasts.show({ text: this.t('settings.saved') });
  }
}
