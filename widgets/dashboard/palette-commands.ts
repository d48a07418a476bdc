/** What the palette can do without asking the server: pages, actions, other studios, and where one was last. */

import { type App, hasRole } from '../app/app.ts';
import type { IconName } from '../app/icons.ts';
import { recentRecords } from '../app/recent.ts';
import { recordRoute } from '../app/record-route.ts';
import { type Route, type SettingsSection, settingsSections } from '../app/routes.ts';
import type { PaletteItem } from './palette-items.ts';
import type { DashboardText } from './rail.ts';

export interface CommandsView {
  readonly app: App;
  readonly t: (key: DashboardText) => string;
  readonly showShortcuts: () => void;
  readonly signOut: () => void;
}

const pages: readonly [
  name: 'today' | 'tasks' | 'leads' | 'clients' | 'projects' | 'activity' | 'forms',
  icon: IconName,
][] = [
  ['today', 'house'],
  ['tasks', 'squareCheck'],
  ['leads', 'inbox'],
  ['clients', 'users'],
  ['projects', 'camera'],
  ['activity', 'history'],
  ['forms', 'clipboardList'],
];

const creations: readonly [name: 'leads' | 'clients' | 'projects', label: DashboardText][] = [
  ['leads', 'palette.createLead'],
  ['clients', 'palette.createClient'],
  ['projects', 'palette.createProject'],
];

/** Of a record's id: what it looks like in a list. */
export const recordIcons: Record<string, IconName> = {
  lead: 'inbox',
  cli: 'user',
  proj: 'camera',
  task: 'squareCheck',
};

export function commands({ app, t, showShortcuts, signOut }: CommandsView): PaletteItem[] {
  const { navigator, membership, account } = app;
  const { slug, ownJobsOnly, role } = membership;
  const manages = hasRole(role, 'manager');
  const go =
    (route: Route, query = {}) =>
    () =>
      navigator.go(route, { query });
  const settings = (section: SettingsSection): PaletteItem => ({
    id: `settings.${section}`,
    group: 'pages',
    label: t(`palette.settings.${section}`),
    hint: t('nav.settings'),
    icon: 'settings',
    run: go({ name: 'settings', slug, section }),
  });
  return [
    ...recentRecords(membership.id).flatMap(({ id, label }): PaletteItem[] => {
      const route = recordRoute(id, slug);
      const icon = recordIcons[id.slice(0, id.indexOf('_'))] ?? 'bookmark';
      return route ? [{ id: `recent.${id}`, group: 'recent', label, icon, run: go(route) }] : [];
    }),
    // Who works on their own jobs neither sees enquiries nor opens jobs.
    ...(ownJobsOnly ? [] : creations).map(
      ([name, label]): PaletteItem => ({
        id: label,
        group: 'actions',
        label: t(label),
        icon: 'plus',
        run: go({ name, slug }, { new: '1' }),
      }),
    ),
    ...(manages
      ? ([
          {
            id: 'invite',
            group: 'actions',
            label: t('palette.invite'),
            icon: 'plus',
            run: go({ name: 'settings', slug, section: 'team' }, { invite: '1' }),
          },
          { id: 'import', group: 'actions', label: t('nav.import'), icon: 'upload', run: go({ name: 'import', slug }) },
        ] satisfies PaletteItem[])
      : []),
    { id: 'shortcuts', group: 'actions', label: t('palette.shortcuts'), icon: 'keyboard', run: showShortcuts },
    { id: 'signOut', group: 'actions', label: t('account.signOut'), icon: 'logOut', run: signOut },
    ...pages
      .filter(([name]) => !(ownJobsOnly && name === 'leads'))
      .map(
        ([name, icon]): PaletteItem => ({
          id: name,
          group: 'pages',
          label: t(`nav.${name}`),
          icon,
          run: go({ name, slug }),
        }),
      ),
    ...settingsSections.map(settings),
    ...account.workspaces
      .filter(({ id }) => id !== membership.id)
      .map(
        (one): PaletteItem => ({
          id: one.id,
          group: 'studios',
          label: one.name,
          hint: t(one.mode === 'test' ? 'switcher.test' : 'switcher.live'),
          icon: one.mode === 'test' ? 'flaskConical' : 'building2',
          run: go({ name: 'today', slug: one.slug }),
        }),
      ),
  ];
}
