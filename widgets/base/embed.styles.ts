import { css } from 'lit';
import { core } from './core.styles.ts';

/**
 * The embed skin: font and colour come from the studio's page; whatever else its CSS hands down (`text-transform`,
 * `line-height`, `letter-spacing`...) ends at the one root element of the widget.
 */
const root = css`
  :host {
    display: block;
    --_control: 44px;
  }

  .root {
    all: initial;
    display: block;
    color: inherit;
    color-scheme: inherit;
    font-family: inherit;
    font-size: max(16px, 1em);
    line-height: 1.5;
    overflow-wrap: anywhere;
    container-type: inline-size;
  }
`;

export const embed = [core, root];
