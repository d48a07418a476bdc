/** The shortcuts that work on every screen. */
import type { App } from '../app/app.ts';
import type { DashboardText } from './rail.ts';

type Overlay = 'palette' | 'shortcuts';

interface Shell {
  readonly open: (overlay: Overlay) => void;
}

const owner = {};

export function globalShortcuts(app: App, t: (key: DashboardText) => string, shell: Shell): () => void {
  const { navigator, shortcuts, toasts, membership } = app;
  const { slug, ownJobsOnly } = membership;
  // Whoever works on their own jobs only sees no enquiries.
  const ofEnquiries = [
    {
      keys: 'c',
      label: t('shortcuts.create'),
      run: () => navigator.go({ name: 'leads', slug }, { query: { new: '1' } }),
    },
    { keys: 'g l', label: t('shortcuts.goLeads'), run: () => navigator.go({ name: 'leads', slug }) },
  ];
  return shortcuts.set(owner, [
    { keys: 'mod+k', label: t('shortcuts.palette'), always: true, run: () => shell.open('palette') },
    { keys: '?', label: t('shortcuts.help'), run: () => shell.open('shortcuts') },
    ...(ownJobsOnly ? [] : ofEnquiries),
    {
      keys: 'mod+z',
      label: t('shortcuts.undo'),
      run: () => {
        const { undoable } = toasts;
        if (undoable) void toasts.act(undoable.id);
      },
    },
    { keys: 'g t', label: t('shortcuts.goToday'), run: () => navigator.go({ name: 'today', slug }) },
    { keys: 'g m', label: t('shortcuts.goTasks'), run: () => navigator.go({ name: 'tasks', slug }) },
    { keys: 'g c', label: t('shortcuts.goClients'), run: () => navigator.go({ name: 'clients', slug }) },
    { keys: 'g p', label: t('shortcuts.goProjects'), run: () => navigator.go({ name: 'projects', slug }) },
    { keys: 'g a', label: t('shortcuts.goActivity'), run: () => navigator.go({ name: 'activity', slug }) },
    { keys: 'g f', label: t('shortcuts.goForms'), run: () => navigator.go({ name: 'forms', slug }) },
    {
      keys: 'g s',
      label: t('shortcuts.goSettings'),
      run: () => navigator.go({ name: 'settings', slug, section: 'workspace' }),
    },
  ]);
}
