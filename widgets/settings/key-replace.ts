import type { Schema } from '@alloza/sdk/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { selectField } from '../app/fields.ts';
import { icon } from '../app/icons.ts';
import { problemNotice } from '../app/states.ts';
import { SettingsDialog } from './dialog.ts';
import { overlaps } from './key-rules.ts';

/**
 * Gives a key another text, with a time in which the former one still works.
 *
 * @event app-close
 * @event app-created - `{ apiKey, key }`: the only time a secret key is known.
 */
export class KeyReplaceDialog extends SettingsDialog {
  @property({ attribute: false }) apiKey!: Schema<'ApiKey'>;
  @state() private overlap: (typeof overlaps)[number] = 1440;

  protected override submit(event?: Event): void {
    void this.form.submit(event, {
      send: async () => {
        const created = await this.app.api.apiKeys.rotate(this.apiKey.id, { overlapMinutes: this.overlap });
        this.dispatchEvent(new CustomEvent('app-created', { detail: created }));
      },
    });
  }

  override render(): TemplateResult {
    const { name, kind, formerWorksUntil } = this.apiKey;
    const earlier = formerWorksUntil && Date.parse(formerWorksUntil) > this.app.now() ? formerWorksUntil : undefined;
    return this.dialog({
      heading: this.t('keys.replaceTitle', { name }),
      action: this.t('keys.replace'),
      content: html`
        <p class="muted">${this.t('keys.replaceText')} ${kind === 'secret' ? this.t('keys.replaceSecret') : nothing}</p>
        ${problemNotice(this.form.problem, this.t)}
        ${selectField({
          name: 'overlap',
          label: this.t('keys.overlap'),
          value: String(this.overlap),
          choices: overlaps.map((minutes) => ({ value: String(minutes), label: this.t(`keys.overlap.${minutes}`) })),
          change: (value) => {
            this.overlap = overlaps.find((minutes) => String(minutes) === value)!;
          },
        })}
        ${
          earlier
            ? html`<div class="notice warning">
                ${icon('triangleAlert')}
                <div>${this.t('keys.replaceBefore', { when: this.instant(earlier) })}</div>
              </div>`
            : nothing
        }
      `,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-key-replace': KeyReplaceDialog;
  }
}
