/** The rail at the side: which studio, where to go, who is signed in. On phones a bar above and one below. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { App } from '../app/app.ts';
import { initials } from '../app/format.ts';
import { type IconName, icon } from '../app/icons.ts';
import type { MenuItem } from '../app/parts/menu.ts';
import type { Route } from '../app/routes.ts';
import { isApple } from '../app/shortcuts.ts';
import type { Theme } from '../base/theme.ts';
import type { Language } from '../strings/table.ts';
import type { Preferences } from './preferences.ts';
import type { dashboardTexts } from './texts.ts';

export type DashboardText = Parameters<typeof dashboardTexts.text>[2];
type Translate = (key: DashboardText, values?: Record<string, string | number>) => string;

export interface RailView {
  readonly app: App;
  readonly route: Route;
  readonly t: Translate;
  readonly preferences: Preferences;
  readonly language: Language;
  readonly openPalette: () => void;
  readonly choose: (preferences: Preferences) => void;
  readonly showShortcuts: () => void;
  readonly createStudio: () => void;
  readonly signOut: () => void;
}

interface Place {
  readonly name: 'today' | 'tasks' | 'leads' | 'clients' | 'projects' | 'activity' | 'forms' | 'settings';
  readonly icon: IconName;
  readonly label: DashboardText;
}

const places: readonly Place[] = [
  { name: 'today', icon: 'house', label: 'nav.today' },
  { name: 'leads', icon: 'inbox', label: 'nav.leads' },
  { name: 'clients', icon: 'users', label: 'nav.clients' },
  { name: 'projects', icon: 'camera', label: 'nav.projects' },
  { name: 'forms', icon: 'clipboardList', label: 'nav.forms' },
];
/** On phones one step away, from the start page and the palette, as is the activity. */
const tasks: Place = { name: 'tasks', icon: 'squareCheck', label: 'nav.tasks' };
const activity: Place = { name: 'activity', icon: 'history', label: 'nav.activity' };
const settings: Place = { name: 'settings', icon: 'settings', label: 'nav.settings' };

const routeOf = (name: Place['name'], slug: string): Route =>
  name === 'settings' ? { name, slug, section: 'workspace' } : { name, slug };

/** Who works on their own jobs alone sees no enquiries. */
const placesOf = ({ app }: RailView): readonly Place[] =>
  app.membership.ownJobsOnly ? places.filter(({ name }) => name !== 'leads') : places;

/** One's own tasks stand behind the day they are part of. */
const withTasks = ([today, ...others]: readonly Place[]): readonly Place[] => [today!, tasks, ...others];

const link = ({ app, route, t }: RailView, place: Place, size: 16 | 20) => html`
  <a
    href=${app.navigator.href(routeOf(place.name, app.membership.slug))}
    title=${t(place.label)}
    aria-current=${ifDefined(route.name === place.name ? 'page' : undefined)}
    >${icon(place.icon, size)}<span class="label">${t(place.label)}</span></a
  >
`;

export const rail = (view: RailView): TemplateResult => html`
  <div class="rail">
    ${switcher(view)}
    <button class="find" @click=${view.openPalette} aria-keyshortcuts="Control+K Meta+K">
      ${icon('search')}<span class="text clip">${view.t('nav.search')}</span>
      <kbd aria-hidden="true">${isApple() ? '⌘ K' : 'Ctrl K'}</kbd>
      <span class="only-spoken">${view.t('nav.search')}</span>
    </button>
    <nav class="places" aria-label=${view.t('nav.label')}>
      <div class="nav">${withTasks(placesOf(view)).map((place) => link(view, place, 16))}</div>
      <div class="nav last">${link(view, activity, 16)}${link(view, settings, 16)}</div>
    </nav>
    ${accountMenu(view)}
  </div>
`;

/** The same places within reach of a thumb. */
export const bottomBar = (view: RailView): TemplateResult => html`
  <nav class="bar" aria-label=${view.t('nav.label')}>${[...placesOf(view), settings].map((place) => link(view, place, 20))}</nav>
`;

function switcher(view: RailView): TemplateResult {
  const { app, t } = view;
  const { membership, workspace } = app;
  const studios: MenuItem[] = app.account.workspaces
    .filter(({ mode }) => mode === membership.mode)
    .map((one) => ({
      label: one.name,
      checked: one.id === membership.id,
      run: () => app.navigator.go({ name: 'today', slug: one.slug }),
    }));
  const twin = app.account.workspaces.find(({ slug }) => slug === membership.twinSlug);
  const more: MenuItem[] = [
    ...(twin
      ? [
          {
            label: t(twin.mode === 'test' ? 'switcher.toTest' : 'switcher.toLive'),
            icon: (twin.mode === 'test' ? 'flaskConical' : 'globe') as IconName,
            divided: true,
            run: () => app.navigator.go({ name: 'today', slug: twin.slug }),
          },
        ]
      : []),
    { label: t('switcher.create'), icon: 'plus', divided: !twin, run: view.createStudio },
  ];
  const { logoUrl } = workspace.brand;
  return html`
    <alloza-app-menu .items=${[...studios, ...more]} label=${t('switcher.label')}>
      <button class="studio" title=${membership.name}>
        <span class="avatar square ${logoUrl ? '' : 'solid'}" aria-hidden="true"
          >${logoUrl ? html`<img src=${logoUrl} alt="" />` : initials(membership.name)}</span
        >
        <span class="names">
          <span class="name clip">${membership.name}</span>
        </span>
        ${membership.mode === 'test' ? html`<span class="pill warning names">${t('switcher.test')}</span>` : nothing}
        ${icon('chevronsUpDown')}
        <span class="only-spoken">${t('switcher.label')}</span>
      </button>
    </alloza-app-menu>
  `;
}

function accountMenu(view: RailView): TemplateResult {
  const { app, t, preferences, choose } = view;
  const theme = (value: Theme, label: DashboardText, name: IconName, divided = false): MenuItem => ({
    label: t(label),
    icon: name,
    divided,
    checked: preferences.theme === value,
    run: () => choose({ ...preferences, theme: value }),
  });
  const language = (value: Language, label: string, divided = false): MenuItem => ({
    label,
    divided,
    checked: view.language === value,
    run: () => choose({ ...preferences, language: value }),
  });
  const items: MenuItem[] = [
    theme('auto', 'account.themeAuto', 'monitor'),
    theme('light', 'account.themeLight', 'sun'),
    theme('dark', 'account.themeDark', 'moon'),
    language('en', 'English', true),
    language('de', 'Deutsch'),
    language('ar', 'العربية'),
    { label: t('shortcuts.title'), icon: 'keyboard', keys: '?', divided: true, run: view.showShortcuts },
    { label: t('account.signOut'), icon: 'logOut', run: view.signOut },
  ];
  return html`
    <alloza-app-menu .items=${items} label=${t('account.menu')}>
      <button class="studio" title=${app.account.name}>
        <span class="avatar" aria-hidden="true">${initials(app.account.name)}</span>
        <span class="names">
          <span class="clip">${app.account.name}</span>
        </span>
        <span class="only-spoken">${t('account.menu')}</span>
      </button>
    </alloza-app-menu>
  `;
}
