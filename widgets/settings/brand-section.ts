import type { Schema } from '@alloza/sdk/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { field, textInput } from '../app/fields.ts';
import { icon } from '../app/icons.ts';
import { Loading } from '../app/loading.ts';
import { viewColor } from './brand-colors.ts';
import { shadesStyles, shadesView } from './brand-shades.ts';
import { previews } from './previews.ts';
import { SettingsSection } from './section.ts';

type Brand = Schema<'Brand'>;

const logoLimit = 10 * 1024 * 1024;
const logoTypes = ['image/png', 'image/jpeg', 'image/webp'];

/** Colour, corners and logo, with the real form as preview. */
export class BrandSection extends SettingsSection {
  static override styles = [
    SettingsSection.styles,
    shadesStyles,
    css`
      .previews {
        display: grid;
        gap: 16px;
      }

      .columns {
        align-items: start;
        display: grid;
        gap: 24px;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      }

      .color {
        align-items: center;
        display: flex;
        gap: 8px;
      }

      .color input[type='color'] {
        background: none;
        block-size: var(--_control);
        border: 1px solid var(--_line-strong);
        border-radius: var(--_radius);
        cursor: pointer;
        flex: none;
        inline-size: calc(var(--_control) + 8px);
        padding: 3px;
      }

      .color input::-webkit-color-swatch-wrapper {
        padding: 0;
      }

      .color input::-webkit-color-swatch {
        border: 0;
        border-radius: 5px;
      }

      .slider {
        align-items: center;
        display: flex;
        gap: 12px;
      }

      .slider input {
        accent-color: var(--_accent);
        flex: 1;
        margin: 8px 0;
      }

      .logo {
        align-items: center;
        display: flex;
        flex-wrap: wrap;
        gap: 12px 16px;
      }

      .logo img,
      .logo .none {
        align-items: center;
        background: var(--_sunken);
        block-size: 64px;
        border: 1px solid var(--_line);
        border-radius: 12px;
        color: var(--_text-faint);
        display: flex;
        inline-size: 64px;
        justify-content: center;
        object-fit: contain;
      }

      .logo .error,
      .logo .hint {
        flex-basis: 100%;
      }

      @media (max-width: 1000px) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @state() private accent = '';
  @state() private radius = 8;
  @state() private logoError = '';
  #of?: Schema<'Workspace'>;
  readonly #previews = new Loading(this, (signal) => Promise.all(previews.map((preview) => preview(this.app, signal))));

  protected override studioChanged(): void {
    this.#reset();
    void this.#previews.run();
  }

  #reset(): void {
    this.#of = this.app.workspace;
    this.accent = this.#of.brand.accent;
    this.radius = this.#of.brand.radius;
    this.form.clear();
  }

  get #dirty(): boolean {
    const { accent, radius } = this.#of!.brand;
    return (viewColor(this.accent)?.accent ?? this.accent) !== accent || this.radius !== radius;
  }

  async #write(brand: Partial<Brand>): Promise<void> {
    const workspace = await this.app.api.workspace.update({ brand }, { ifMatch: this.#of!.version });
    this.app.update({ workspace });
    this.#of = workspace;
    this.saved();
  }

  readonly #save = (event?: Event): void => {
    const color = viewColor(this.accent);
    void this.form.submit(event, {
      check: () => ({ accent: color ? undefined : this.t('brand.accentWrong') }),
      send: async () => {
        await this.#write({ accent: color!.accent, radius: this.radius });
        this.accent = color!.accent;
      },
    });
  };

  readonly #reload = (): void => {
    void this.form.submit(undefined, {
      send: async () => {
        this.app.update({ workspace: await this.app.api.workspace.get() });
        await this.updateComplete;
        this.#reset();
      },
    });
  };

  readonly #upload = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    this.logoError = !logoTypes.includes(file.type)
      ? this.t('brand.logoType')
      : file.size > logoLimit
        ? this.t('brand.logoTooLarge')
        : '';
    if (this.logoError) return;
    void this.form.submit(undefined, {
      send: async () => {
        const { id } = await this.app.api.files.create(file, { purpose: 'logo', name: file.name.slice(0, 200) });
        await this.#write({ logoFileId: id });
      },
    });
  };

  readonly #removeLogo = (): void => {
    void this.form.submit(undefined, { send: () => this.#write({ logoFileId: null }) });
  };

  override render(): TemplateResult {
    const allowed = this.may('manager');
    const color = viewColor(this.accent);
    const brand = { accent: color?.accent ?? this.#of!.brand.accent, radius: this.radius };
    return html`
      ${this.head(this.t('brand.title'), this.t('brand.text'))} ${this.notices(this.#reload, allowed)}
      <div class="columns">
        <form class="group card" novalidate @submit=${this.#save}>
          ${this.#color(color, !allowed)} ${this.#corners(!allowed)} ${this.#logo(!allowed)}
          <button hidden></button>
        </form>
        <div class="previews">${this.#previews.value?.map((draw) => draw(brand))}</div>
      </div>
      ${this.saveBar(
        this.#dirty,
        () => this.#save(),
        () => this.#reset(),
      )}
    `;
  }

  #color(color: ReturnType<typeof viewColor>, disabled: boolean): TemplateResult {
    const set = (value: string): void => {
      this.accent = value;
      this.form.touch('accent');
    };
    const error = this.form.errors.accent;
    const view = { name: 'accent', label: this.t('brand.accent'), hint: this.t('brand.accentHint'), error };
    return html`
      ${field(
        view,
        html`<span class="color">
        <input
          type="color"
          aria-label=${this.t('brand.accent')}
          ?disabled=${disabled}
          .value=${live(color?.accent ?? '#000000')}
          @input=${(event: Event) => set((event.target as HTMLInputElement).value)}
        />
        ${textInput({ ...view, value: this.accent, disabled, dir: 'ltr', maxLength: 7, autocomplete: 'off', input: set })}
      </span>`,
      )}
      <div role="status">${color ? this.#readability(color) : nothing}</div>
      ${color ? shadesView(color, this.t, disabled ? undefined : set) : nothing}
    `;
  }

  #readability({ ratios, repaired }: NonNullable<ReturnType<typeof viewColor>>): TemplateResult {
    const round = (ratio: number) => new Intl.NumberFormat(this.locale, { maximumFractionDigits: 1 }).format(ratio);
    if (repaired.length === 0) {
      const text = this.t('brand.good', { light: round(ratios.light), dark: round(ratios.dark) });
      return html`<div class="notice success">${icon('circleCheck')}<div>${text}</div></div>`;
    }
    const ground = this.t(repaired.length === 2 ? 'brand.both' : `brand.${repaired[0]!}`);
    const ratio = round(Math.min(...repaired.map((name) => ratios[name])));
    return html`<div class="notice">
      ${icon('info')}
      <div>${this.t('brand.repaired', { ground, ratio })}</div>
    </div>`;
  }

  #corners(disabled: boolean): TemplateResult {
    return field(
      { name: 'radius', label: this.t('brand.radius') },
      html`<span class="slider">
        <input
          type="range"
          id="radius"
          name="radius"
          min="0"
          max="24"
          ?disabled=${disabled}
          .value=${live(String(this.radius))}
          @input=${(event: Event) => (this.radius = Number((event.target as HTMLInputElement).value))}
        />
        <output for="radius" class="numbers">${this.t('brand.radiusValue', { count: this.radius })}</output>
      </span>`,
    );
  }

  #logo(disabled: boolean): TemplateResult {
    const { logoUrl } = this.app.workspace.brand;
    const choose = (): void => this.renderRoot.querySelector<HTMLInputElement>('#logo')?.click();
    return html`<div class="field">
      <span class="label">${this.t('brand.logo')}</span>
      <div class="logo">
        ${
          logoUrl
            ? html`<img src=${logoUrl} alt=${this.t('brand.logoAlt')} />`
            : html`<span class="none">${icon('image', 24)}</span>`
        }
        <input
          type="file"
          id="logo"
          accept=${logoTypes.join(',')}
          hidden
          aria-label=${this.t('brand.logoUpload')}
          @change=${this.#upload}
        />
        <button type="button" class="button" ?disabled=${disabled || this.form.busy} @click=${choose}>
          ${icon('upload')}${this.t(logoUrl ? 'brand.logoReplace' : 'brand.logoUpload')}
        </button>
        ${
          logoUrl
            ? html`<button type="button" class="button quiet" ?disabled=${disabled || this.form.busy} @click=${this.#removeLogo}>
              ${this.t('brand.logoRemove')}
            </button>`
            : nothing
        }
        ${
          this.logoError
            ? html`<div class="error" role="alert">${icon('circleAlert')}<span>${this.logoError}</span></div>`
            : html`<div class="hint">${this.t('brand.logoHint')}</div>`
        }
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-settings-brand': BrandSection;
  }
}
