import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { icon } from '../app/icons.ts';
import { LanguageController } from '../base/language.ts';
import type { ChangeFilter } from './change-feed.ts';
import { activityTexts } from './texts.ts';

/**
 * The history of one record over its sheet: who changed what, when, and what stood there before.
 *
 * @event app-close
 */
export class RecordHistory extends AppElement {
  /** The id of the record. */
  @property() subject = '';
  /** What it is called, for the heading. */
  @property() name = '';
  @state() private filter: ChangeFilter = {};

  readonly language = new LanguageController(this, activityTexts);
  readonly #t = this.language.t;

  override render(): TemplateResult {
    const { navigator, membership } = this.app;
    const page = navigator.href({ name: 'activity', slug: membership.slug }, { record: this.subject });
    return html`<alloza-app-dialog
      open
      size="wide"
      heading=${this.#t('activity.of', { name: this.name })}
      closeLabel=${this.#t('action.close')}
      @app-close=${() => this.dispatchEvent(new CustomEvent('app-close'))}
    >
      <alloza-app-changes
        .subject=${this.subject}
        .filter=${this.filter}
        @app-filter=${(event: CustomEvent<ChangeFilter>) => (this.filter = event.detail)}
      ></alloza-app-changes>
      <a slot="footer" class="button" href=${page}>${icon('externalLink')}${this.#t('activity.page')}</a>
    </alloza-app-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-app-record-history': RecordHistory;
  }
}
