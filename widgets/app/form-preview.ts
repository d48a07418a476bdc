import type { Schema } from '@alloza/sdk/core';
import { ContextProvider } from '@lit/context';
import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LanguageController } from '../base/language.ts';
import { StudioConnection, studioContext } from '../base/studio-context.ts';
import { directionOf, languageOf } from '../strings/table.ts';
import { AppElement } from './app-element.ts';
import { icon } from './icons.ts';
import { previewTexts } from './strings/preview.ts';

/** A form as visitors will see it, on light or dark ground: the real widget, inert. */
export class FormPreview extends AppElement {
  static override styles = [
    AppElement.styles,
    css`
      :host {
        display: block;
      }

      figure {
        overflow: hidden;
      }

      figcaption {
        align-items: center;
        border-block-end: 1px solid var(--_line);
        display: flex;
        justify-content: space-between;
        padding: 6px 8px 6px 16px;
      }

      .ground {
        padding: 24px;
      }

      .ground.light {
        background: #fff;
        color: #1c1f1e;
        color-scheme: light;
      }

      .ground.dark {
        background: #171a19;
        color: #eef0ef;
        color-scheme: dark;
      }

      alloza-lead-form {
        font-family: system-ui, sans-serif;
        font-size: 16px;
      }
    `,
  ];

  @property({ attribute: false }) form!: Schema<'PublicLeadForm'>;
  /** The brand, if not the saved one. */
  @property({ attribute: false }) brand?: { accent: string; radius: number };
  @state() private ground: 'light' | 'dark' = 'light';

  readonly language = new LanguageController(this, previewTexts);
  readonly #t = this.language.t;
  readonly #studio = new ContextProvider(this, { context: studioContext });
  #connection?: StudioConnection;

  protected override studioChanged(): void {
    const { baseUrl, membership, fetch } = this.app;
    this.#connection = new StudioConnection({ session: true, workspace: membership.id, baseUrl, fetch });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { accent, radius } = this.brand ?? this.app.workspace.brand;
    this.#studio.setValue({
      connection: this.#connection!,
      theme: this.ground,
      brand: { accent, radius },
    });
  }

  override render(): TemplateResult {
    const other = this.ground === 'light' ? 'dark' : 'light';
    const { locale } = this.app.workspace;
    return html`
      <figure class="card">
        <figcaption>
          <span class="meta">${this.#t('preview.title')}</span>
          <button class="button quiet small" @click=${() => (this.ground = other)}>
            ${icon(other === 'dark' ? 'moon' : 'sun')}${this.#t(`preview.${other}`)}
          </button>
        </figcaption>
        <div class="ground ${this.ground}" lang=${locale} dir=${directionOf(languageOf(locale))} inert>
          <alloza-lead-form .preview=${this.form}></alloza-lead-form>
        </div>
      </figure>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-form-preview': FormPreview;
  }
}
