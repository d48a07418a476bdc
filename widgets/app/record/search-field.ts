import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../icons.ts';
import type { TranslateRecord } from './texts.ts';

export interface SearchView {
  readonly t: TranslateRecord;
  readonly label: string;
  readonly text: string;
  readonly search: (text: string) => void;
}

/** Searches a list while it is typed; `/` goes there. */
export const searchField = ({ t, label, text, search }: SearchView): TemplateResult => html`
  <div class="search" role="search">
    ${icon('search')}
    <input
      class="input"
      id="search"
      type="search"
      aria-label=${label}
      placeholder=${label}
      autocomplete="off"
      maxlength="200"
      aria-keyshortcuts="/"
      .value=${live(text)}
      @input=${(event: Event) => search((event.target as HTMLInputElement).value)}
    />
    ${
      text
        ? html`<button class="button quiet small only-icon" aria-label=${t('list.clearSearch')} @click=${() => search('')}>
          ${icon('x')}
        </button>`
        : nothing
    }
  </div>
`;

/** A filter in force; pressing it takes it away. */
export const filterChip = (name: string, t: TranslateRecord, remove: () => void): TemplateResult => html`
  <button class="chip" aria-label=${t('list.removeFilter', { name })} @click=${remove}>
    <span class="clip">${name}</span>${icon('x')}
  </button>
`;
