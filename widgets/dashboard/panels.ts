/** The panels of the dashboard, each loaded when it is first shown. */

export const panels = {
  'alloza-app-today': () => import('../define/dashboard-today.ts'),
  'alloza-leads': () => import('../define/alloza-leads.ts'),
  'alloza-clients': () => import('../define/alloza-clients.ts'),
  'alloza-projects': () => import('../define/alloza-projects.ts'),
  'alloza-app-tasks': () => import('../define/dashboard-tasks.ts'),
  'alloza-app-activity': () => import('../define/dashboard-activity.ts'),
  'alloza-app-forms': () => import('../define/dashboard-forms.ts'),
  'alloza-app-import': () => import('../define/dashboard-import.ts'),
  'alloza-settings': () => import('../define/alloza-settings.ts'),
  'alloza-app-auth': () => import('../define/dashboard-auth.ts'),
  'alloza-app-palette': () => import('../define/dashboard-palette.ts'),
} satisfies Record<string, () => Promise<unknown>>;

export type PanelTag = keyof typeof panels;

type PanelState = 'loading' | 'ready' | { error: unknown };

/** Which panels are there. Fires `change`. */
export class Panels extends EventTarget {
  readonly #states = new Map<PanelTag, PanelState>();

  /** Asks for a panel and tells how far it is; asking again after an error tries again only by `retry`. */
  state(tag: PanelTag): PanelState {
    const known = this.#states.get(tag);
    if (known) return known;
    void this.retry(tag);
    return 'loading';
  }

  async retry(tag: PanelTag): Promise<void> {
    this.#states.set(tag, 'loading');
    try {
      await panels[tag]();
      this.#states.set(tag, 'ready');
    } catch (error) {
      this.#states.set(tag, { error });
    }
    this.dispatchEvent(new Event('change'));
  }
}
