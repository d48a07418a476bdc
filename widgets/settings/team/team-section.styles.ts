import { css } from 'lit';

export const teamStyles = css`
  .people {
    overflow: hidden;
  }

  .person {
    align-items: center;
    display: grid;
    gap: 4px 14px;
    grid-template-columns: auto minmax(0, 1fr) fit-content(45%) auto;
    min-block-size: 64px;
    padding: 10px 12px 10px 20px;
  }

  .person:not(:last-child) {
    border-block-end: 1px solid var(--_line);
  }

  .avatar {
    block-size: 36px;
    inline-size: 36px;
  }

  .avatar.open {
    background: var(--_hover);
    color: var(--_text-muted);
  }

  .who {
    min-inline-size: 0;
  }

  .name {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
  }

  .name strong {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .who .meta {
    overflow-wrap: anywhere;
  }

  .access {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    justify-content: flex-end;
  }

  .tools {
    display: flex;
    gap: 4px;
    justify-content: flex-end;
    min-inline-size: 32px;
  }

  .invited {
    grid-template-columns: auto minmax(0, 1fr) auto;
  }

  .invited .access {
    grid-column: 2;
    grid-row: 2;
    justify-content: flex-start;
  }

  .invited .tools {
    grid-column: 3;
    grid-row: 1 / span 2;
  }

  .older {
    margin-block: 32px 12px;
  }

  .older + .muted {
    margin: 0;
  }

  .below {
    color: var(--_text-muted);
    padding: 12px 20px 0;
    text-wrap: pretty;
  }

  h3 {
    font-size: 14px;
    line-height: 20px;
  }

  @media (max-width: 720px) {
    .person {
      grid-template-columns: auto minmax(0, 1fr) auto;
      padding-inline: 16px 8px;
    }

    .access {
      grid-column: 2 / span 2;
      grid-row: 2;
      justify-content: flex-start;
    }

    .tools {
      grid-column: 3;
      grid-row: 1;
    }

    .invited .access {
      grid-column: 2 / span 2;
    }

    .invited .tools {
      grid-column: 2 / span 2;
      grid-row: 3;
      justify-content: flex-start;
      padding-block-start: 4px;
    }
  }
`;
