/** What a studio's colour becomes where it could not be read: shown as it will look, and offered as the colour. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { ColorView } from './brand-colors.ts';
import type { TranslateSettings } from './texts.ts';

export const shadesStyles = css`
  .shades {
    display: grid;
    gap: 8px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 180px), 1fr));
  }

  .shade {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: hidden;
  }

  .shade > p {
    padding: 6px 12px;
  }

  .shade > div {
    align-items: center;
    display: flex;
    gap: 16px;
    justify-content: space-between;
    padding: 12px;
  }

  .shade.light > div {
    background: #fff;
  }

  .shade.dark > div {
    background: #171a19;
  }

  .offer {
    justify-self: start;
  }

  .shade span {
    font-weight: 500;
  }

  .shade .sample {
    border-radius: var(--_radius);
    padding: 6px 12px;
  }
`;

/** Sets colours by script: a Content-Security-Policy refuses them as an attribute. */
const painted = (colors: { color: string; background?: string }) =>
  ref((element) => void Object.assign((element as HTMLElement | undefined)?.style ?? {}, colors));

/** The shades on both grounds. Mails and documents are light, so the shade for light ground is the one to offer. */
export const shadesView = (
  { shades, repaired }: ColorView,
  t: TranslateSettings,
  use: ((color: string) => void) | undefined,
): TemplateResult => html`
  <div class="shades">
    ${(['light', 'dark'] as const).map((ground) => {
      const { text, solid, on } = shades[ground];
      return html`<div class="shade ${ground}">
        <p class="meta">${t(ground === 'light' ? 'brand.onLight' : 'brand.onDark')}</p>
        <div>
          <span ${painted({ color: text })}>${t('brand.shadeText')}</span>
          <span class="sample" ${painted({ background: solid, color: on })}>${t('brand.shadeButton')}</span>
        </div>
      </div>`;
    })}
  </div>
  ${
    use && repaired.includes('light')
      ? html`<button type="button" class="button offer" @click=${() => use(shades.light.text)}>
          ${t('brand.offer', { color: shades.light.text })}
        </button>`
      : nothing
  }
`;
