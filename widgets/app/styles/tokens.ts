import { css } from 'lit';

/**
 * What the app skin adds to the tokens of base/tokens.styles.ts. Set once on the outermost element of the app; custom
 * properties inherit into every shadow root below, so inner elements repeat none of it.
 */
export const appTokens = css`
  :host {
    --_hover: light-dark(var(--_n3), var(--_n4));
    --_radius: 8px;
    --_radius-card: 12px;
    --_control: 36px;
  }

  @media (pointer: coarse) {
    :host {
      --_control: 44px;
    }
  }
`;
