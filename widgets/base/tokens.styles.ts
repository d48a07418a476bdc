import { css } from 'lit';
import { core } from './core.styles.ts';

/** What the product's own pages need beyond the embeds. */
const more = css`
  :host {
    --_n4: light-dark(oklch(0.935 0.004 var(--_hue)), oklch(0.268 0.008 var(--_hue)));
    --_n10: light-dark(oklch(0.51 0.01 var(--_hue)), oklch(0.69 0.011 var(--_hue)));
    --_text-faint: var(--_n10);
    --_n1: light-dark(oklch(0.993 0.001 var(--_hue)), oklch(0.178 0.005 var(--_hue)));
    --_n6: light-dark(oklch(0.87 0.006 var(--_hue)), oklch(0.35 0.01 var(--_hue)));
    --_n7: light-dark(oklch(0.815 0.007 var(--_hue)), oklch(0.41 0.011 var(--_hue)));
    --_n8: light-dark(oklch(0.72 0.008 var(--_hue)), oklch(0.49 0.012 var(--_hue)));

    --_ground: var(--_n2);
    --_raised: var(--alloza-surface, light-dark(#fff, var(--_n3)));

    --_danger-tint: light-dark(oklch(0.965 0.016 25), oklch(0.29 0.055 25));
    --_danger-solid: light-dark(oklch(0.52 0.19 27), oklch(0.55 0.18 27));
    --_success: var(--alloza-success, light-dark(oklch(0.46 0.11 155), oklch(0.79 0.13 155)));
    --_success-tint: light-dark(oklch(0.962 0.022 155), oklch(0.28 0.04 155));
    --_warning: var(--alloza-warning, light-dark(oklch(0.49 0.11 70), oklch(0.82 0.12 80)));
    --_warning-tint: light-dark(oklch(0.967 0.03 85), oklch(0.29 0.045 75));
    --_info: var(--alloza-info, light-dark(oklch(0.49 0.13 250), oklch(0.79 0.1 245)));
    --_info-tint: light-dark(oklch(0.965 0.014 245), oklch(0.28 0.045 250));

    --_shadow-menu: 0 4px 16px light-dark(rgb(20 20 20 / 0.12), rgb(0 0 0 / 0.5));
    --_shadow-dialog: 0 16px 48px light-dark(rgb(20 20 20 / 0.18), rgb(0 0 0 / 0.6));
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** All tokens of the app; set once on its outermost element, they reach every panel. */
export const tokens = [core, more];

/** The app skin: the product's own pages. */
export const app = css`
  :host {
    display: block;
    --_control: 36px;
    color-scheme: light dark;
    background: var(--_ground);
    color: var(--_text);
    font: 400 14px/20px system-ui, sans-serif;
  }
`;
