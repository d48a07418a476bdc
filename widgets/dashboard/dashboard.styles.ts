import { css } from 'lit';

/** The frame: rail, bars and the place where a panel stands. */
export const frame = css`
  :host {
    display: block;
    min-block-size: 100dvh;
  }

  .shell {
    block-size: 100dvh;
    display: grid;
    grid-template-columns: 232px minmax(0, 1fr);
  }

  .rail {
    background: var(--_ground);
    border-inline-end: 1px solid var(--_line);
    display: flex;
    flex-direction: column;
    gap: 2px;
    min-block-size: 0;
    padding: 12px;
  }

  .rail alloza-app-menu {
    inline-size: 100%;
  }

  .studio {
    align-items: center;
    background: none;
    border: 0;
    border-radius: var(--_radius);
    cursor: pointer;
    display: flex;
    gap: 10px;
    inline-size: 100%;
    min-inline-size: 0;
    padding: 6px;
    text-align: start;
  }

  .studio:hover,
  .studio[aria-expanded='true'] {
    background: var(--_hover);
  }

  .studio .names {
    flex: 1;
    min-inline-size: 0;
  }

  .studio .clip {
    display: block;
  }

  .studio .name {
    font-weight: 600;
  }

  .studio > .icon {
    color: var(--_text-faint);
  }

  .avatar.solid {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .avatar img {
    block-size: 100%;
    inline-size: 100%;
    object-fit: cover;
  }

  .find {
    align-items: center;
    background: var(--_surface);
    block-size: var(--_control);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    color: var(--_text-muted);
    cursor: pointer;
    display: flex;
    gap: 8px;
    margin-block: 10px 12px;
    padding-inline: 10px 6px;
    text-align: start;
  }

  .find:hover {
    border-color: var(--_line-strong);
  }

  .find .text {
    flex: 1;
  }

  /* What shows without a studio around it stands in the middle. */
  .alone {
    align-content: center;
    display: grid;
    min-block-size: 100dvh;
  }

  .places {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
    overflow-y: auto;
    padding: 2px;
    margin: -2px;
    scrollbar-width: none;
  }

  .nav {
    display: grid;
    gap: 2px;
  }

  .nav.last {
    margin-block-start: auto;
  }

  .nav a {
    align-items: center;
    border-radius: var(--_radius);
    color: var(--_text-muted);
    display: flex;
    font-weight: 500;
    gap: 10px;
    min-block-size: var(--_control);
    padding-inline: 10px;
    text-decoration: none;
    transition: background-color 120ms ease-out;
  }

  .nav a:hover {
    background: var(--_hover);
    color: var(--_text);
  }

  .nav a[aria-current='page'] {
    background: var(--_hover);
    color: var(--_text);
  }

  .nav a[aria-current='page'] .icon {
    color: var(--_accent-text);
  }

  .nav .count {
    color: var(--_text-faint);
    font-size: 12px;
    margin-inline-start: auto;
  }

  .stage:focus {
    outline: none;
  }

  .stage {
    background: var(--_surface);
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    min-inline-size: 0;
  }

  .outlet {
    flex: 1;
    min-block-size: 0;
    position: relative;
  }

  .outlet > * {
    block-size: 100%;
  }

  .strip {
    align-items: center;
    display: flex;
    flex: none;
    font-size: 12px;
    font-weight: 500;
    gap: 8px;
    line-height: 16px;
    padding: 6px 24px;
  }

  .strip.test {
    background: var(--_warning-tint);
    color: var(--_warning);
  }

  .strip.offline {
    background: var(--_hover);
    color: var(--_text-muted);
  }

  .strip a {
    color: inherit;
    margin-inline-start: auto;
  }

  .skip {
    inset-block-start: 8px;
    inset-inline-start: 8px;
    position: absolute;
    z-index: 10;
  }

  .skip:not(:focus) {
    clip-path: inset(50%);
  }

  .waiting {
    display: grid;
    gap: 16px;
    padding: 32px;
  }

  .bar {
    display: none;
  }

  @media (max-width: 1179px) {
    .shell {
      grid-template-columns: 61px minmax(0, 1fr);
    }

    .rail {
      padding-inline: 8px;
    }

    .rail .names,
    .rail .studio > .icon,
    .rail .find .text,
    .rail .find kbd,
    .rail .nav .label,
    .rail .nav .count {
      display: none;
    }

    .rail .studio,
    .rail .nav a,
    .rail .find {
      gap: 0;
      justify-content: center;
      padding-inline: 0;
    }
  }

  @media (max-width: 720px) {
    .shell {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto minmax(0, 1fr) auto;
    }

    .rail {
      align-items: center;
      border-block-end: 1px solid var(--_line);
      border-inline-end: 0;
      flex-direction: row;
      gap: 4px;
      padding: 4px 8px;
    }

    .places {
      display: none;
    }

    .rail alloza-app-menu:first-of-type {
      flex: 1;
    }

    .rail alloza-app-menu {
      inline-size: auto;
    }

    .rail .studio {
      justify-content: flex-start;
      padding-inline: 6px;
      gap: 10px;
    }

    .rail alloza-app-menu:first-of-type .names {
      display: block;
      flex: initial;
    }

    .rail alloza-app-menu:first-of-type .icon {
      display: block;
    }

    .rail .find {
      background: none;
      border: 0;
      inline-size: var(--_control);
      margin: 0;
    }

    .bar {
      background: var(--_ground);
      border-block-start: 1px solid var(--_line);
      display: grid;
      grid-auto-columns: 1fr;
      grid-auto-flow: column;
      padding-block-end: env(safe-area-inset-bottom);
    }

    .bar a {
      align-items: center;
      color: var(--_text-muted);
      display: grid;
      font-size: 12px;
      font-weight: 500;
      gap: 2px;
      justify-items: center;
      line-height: 16px;
      min-inline-size: 0;
      padding: 8px 2px 6px;
      text-decoration: none;
    }

    .bar .label {
      max-inline-size: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .bar a[aria-current='page'] {
      color: var(--_accent-text);
    }

    .strip {
      padding-inline: 16px;
    }
  }
`;
