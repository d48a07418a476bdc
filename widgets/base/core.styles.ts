import { css } from 'lit';

/**
 * The tokens that embeds need. A studio sets the public `--alloza-...` ones on its page; widgets only read the private
 * `--_...` ones. `--_accent...`, `--_hue`, `--_brand-radius` and `color-scheme` are set over these by the
 * ThemeController, which has repaired their contrast. Light and dark are two designs, not one turned over.
 *
 * Neutrals run from the ground (1) to the text (12); 10 to 12 carry text on every surface, 9 outlines a control.
 */
export const core = css`
  :host {
    --_hue: 90;
    --_accent: var(--_n12);
    --_accent-hover: var(--_n11);
    --_on-accent: var(--_n2);
    --_accent-text: var(--_n12);
    --_accent-tint: var(--_n3);

    --_n2: light-dark(oklch(0.98 0.002 var(--_hue)), oklch(0.205 0.006 var(--_hue)));
    --_n3: light-dark(oklch(0.961 0.003 var(--_hue)), oklch(0.235 0.007 var(--_hue)));
    --_n5: light-dark(oklch(0.905 0.005 var(--_hue)), oklch(0.305 0.009 var(--_hue)));
    --_n9: light-dark(oklch(0.62 0.009 var(--_hue)), oklch(0.58 0.012 var(--_hue)));
    --_n11: light-dark(oklch(0.43 0.01 var(--_hue)), oklch(0.78 0.009 var(--_hue)));
    --_n12: light-dark(oklch(0.225 0.01 var(--_hue)), oklch(0.945 0.004 var(--_hue)));

    --_surface: var(--alloza-surface, light-dark(#fff, var(--_n2)));
    --_sunken: var(--_n3);
    --_line: var(--alloza-line, var(--_n5));
    --_line-strong: var(--alloza-line-strong, var(--_n9));
    --_text: var(--alloza-text, var(--_n12));
    --_text-muted: var(--alloza-text-muted, var(--_n11));

    --_danger: var(--alloza-danger, light-dark(oklch(0.5 0.18 27), oklch(0.77 0.13 25)));

    --_space: var(--alloza-space, 4px);
    --_radius: var(--alloza-radius, var(--_brand-radius, 8px));
    --_radius-card: calc(var(--_radius) * 1.5);
    --_quick: 120ms ease-out;
    --_calm: 200ms ease-out;
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_quick: 0s;
      --_calm: 0s;
    }
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
`;
