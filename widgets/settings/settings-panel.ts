import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { AppElement } from '../app/app-element.ts';
import { type IconName, icon } from '../app/icons.ts';
import type { SettingsSection } from '../app/routes.ts';
import { StoreController } from '../app/store-controller.ts';
import { LanguageController } from '../base/language.ts';
import { type SettingsText, settingsTexts } from './texts.ts';

const groups: { label: SettingsText; sections: { section: SettingsSection; icon: IconName }[] }[] = [
  {
    label: 'settings.groupStudio',
    sections: [
      { section: 'workspace', icon: 'building2' },
      { section: 'brand', icon: 'palette' },
      { section: 'team', icon: 'users' },
      { section: 'pipeline', icon: 'inbox' },
      { section: 'stages', icon: 'columns3' },
      { section: 'templates', icon: 'listChecks' },
      { section: 'keys', icon: 'keyRound' },
      { section: 'connections', icon: 'link' },
    ],
  },
  {
    label: 'settings.groupYou',
    sections: [
      { section: 'account', icon: 'user' },
      { section: 'sessions', icon: 'laptop' },
    ],
  },
];

/** The settings: a list of pages at the side, the chosen one beside it. */
export class SettingsPanel extends AppElement {
  static override styles = [
    AppElement.styles,
    css`
      :host {
        block-size: 100%;
        display: grid;
        grid-template-columns: 220px minmax(0, 1fr);
        min-block-size: 0;
      }

      nav {
        border-inline-end: 1px solid var(--_line);
        overflow-y: auto;
        padding: 20px 12px;
      }

      h1 {
        font-size: 20px;
        line-height: 28px;
        padding: 0 10px 12px;
      }

      nav h2 {
        color: var(--_text-muted);
        font-size: 12px;
        font-weight: 500;
        letter-spacing: normal;
        line-height: 16px;
        padding: 12px 10px 6px;
      }

      nav a {
        align-items: center;
        border-radius: var(--_radius);
        color: var(--_text-muted);
        display: flex;
        font-weight: 500;
        gap: 10px;
        min-block-size: var(--_control);
        padding-inline: 10px;
        text-decoration: none;
        white-space: nowrap;
      }

      nav a:hover,
      nav a[aria-current='page'] {
        background: var(--_hover);
        color: var(--_text);
      }

      .content {
        overflow-y: auto;
        padding: 28px 32px 56px;
        /* What has the focus is never behind the bar that saves. */
        scroll-padding-block: 16px 96px;
        scrollbar-color: var(--_line) transparent;
        scrollbar-width: thin;
      }

      .content:focus-visible {
        outline-offset: -2px;
      }

      .content > * {
        margin-inline: auto;
        max-inline-size: 720px;
      }

      .content > alloza-settings-brand {
        max-inline-size: 1080px;
      }

      @media (max-width: 900px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
          grid-template-rows: auto minmax(0, 1fr);
        }

        nav {
          border-block-end: 1px solid var(--_line);
          border-inline-end: 0;
          display: flex;
          gap: 4px;
          overflow-x: auto;
          padding: 8px 16px;
          scrollbar-width: none;
        }

        nav > div {
          display: contents;
        }

        nav h2,
        h1 {
          clip-path: inset(50%);
          position: absolute;
        }

        .content {
          padding: 20px 16px 40px;
        }
      }
    `,
  ];

  readonly language = new LanguageController(this, settingsTexts);
  readonly #t = this.language.t;
  #shown?: SettingsSection;
  readonly #places = new StoreController(this, 'navigated');

  protected override studioChanged(): void {
    this.#places.follow(this.app.navigator);
  }

  get #section(): SettingsSection {
    const { route } = this.app.navigator;
    return route.name === 'settings' ? route.section : 'workspace';
  }

  /** On a phone the sections are a row that is wider than the screen. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#shown === this.#section) return;
    this.#shown = this.#section;
    this.renderRoot.querySelector('nav a[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  override render(): TemplateResult {
    return html`
      <nav aria-label=${this.#t('settings.title')}>
        <h1>${this.#t('settings.title')}</h1>
        ${groups.map(
          ({ label, sections }) => html`<div>
            <h2>${this.#t(label)}</h2>
            ${sections.map(({ section, icon: name }) => this.#link(section, name))}
            ${label === 'settings.groupStudio' && this.may('manager') ? this.#importLink() : nothing}
          </div>`,
        )}
      </nav>
      <div class="content" tabindex="0" role="region" aria-label=${this.#t(`settings.${this.#section}`)}>${this.#page()}</div>
    `;
  }

  #link(section: SettingsSection, name: IconName): TemplateResult {
    const { navigator, membership } = this.app;
    return html`<a
      href=${navigator.href({ name: 'settings', slug: membership.slug, section })}
      aria-current=${ifDefined(section === this.#section ? 'page' : undefined)}
      >${icon(name)}${this.#t(`settings.${section}`)}</a
    >`;
  }

  /** A place of its own, which is looked for here. */
  #importLink(): TemplateResult {
    const { navigator, membership } = this.app;
    return html`<a href=${navigator.href({ name: 'import', slug: membership.slug })}
      >${icon('upload')}${this.#t('settings.import')}</a
    >`;
  }

  #page(): TemplateResult {
    switch (this.#section) {
      case 'brand':
        return html`<alloza-settings-brand></alloza-settings-brand>`;
      case 'team':
        return html`<alloza-settings-team></alloza-settings-team>`;
      case 'pipeline':
        return html`<alloza-settings-pipeline></alloza-settings-pipeline>`;
      case 'stages':
        return html`<alloza-settings-stages></alloza-settings-stages>`;
      case 'templates':
        return html`<alloza-settings-templates></alloza-settings-templates>`;
      case 'connections':
        return html`<alloza-settings-connections></alloza-settings-connections>`;
      case 'keys':
        return html`<alloza-settings-keys></alloza-settings-keys>`;
      case 'account':
        return html`<alloza-settings-account></alloza-settings-account>`;
      case 'sessions':
        return html`<alloza-settings-sessions></alloza-settings-sessions>`;
      default:
        return html`<alloza-settings-studio></alloza-settings-studio>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-settings-panel': SettingsPanel;
  }
}
