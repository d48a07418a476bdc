import { css } from 'lit';

/** What a link is about, as a short list in a frame. */
export const factsStyles = css`
  dl {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    display: grid;
    gap: 12px;
    padding: 12px 16px;
  }

  dd {
    overflow-wrap: anywhere;
  }

  dd.main {
    font-weight: 500;
  }
`;
