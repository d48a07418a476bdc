/** Looks for records of every kind at once while somebody types, and keeps the last answer until the next is there. */
import type { App } from '../app/app.ts';
import { formatDate } from '../app/format.ts';
import type { Route } from '../app/routes.ts';
import type { PaletteItem } from './palette-items.ts';

/** How long typing pauses before the server is asked. */
const pause = 160;
const fewest = 2;
const each = 6;

type Finding = 'none' | 'asking' | 'found' | 'failed';

/** Fires `change`. */
export class PaletteSearch extends EventTarget {
  items: readonly PaletteItem[] = [];
  state: Finding = 'none';
  readonly #locale: () => string;
  #timer?: ReturnType<typeof setTimeout>;
  #asked?: AbortController;

  constructor(locale: () => string) {
    super();
    this.#locale = locale;
  }

  find(app: App, typed: string): void {
    this.stop();
    const q = typed.trim();
    if (q.length < fewest) {
      this.#become('none', []);
      return;
    }
    this.#become('asking', this.items);
    const asked = new AbortController();
    this.#asked = asked;
    this.#timer = setTimeout(() => void this.#ask(app, q, asked.signal), pause);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#asked?.abort();
  }

  /** All kinds show together, so that nothing moves under the cursor; one that fails does not take the others away. */
  async #ask(app: App, q: string, signal: AbortSignal): Promise<void> {
    const found: PaletteItem[] = [];
    let failed = 0;
    const kinds = this.#kinds(app, q, signal);
    await Promise.all(
      kinds.map((kind) =>
        kind.then(
          (items) => void found.push(...items),
          () => void failed++,
        ),
      ),
    );
    if (!signal.aborted) this.#become(failed === kinds.length ? 'failed' : 'found', found);
  }

  #kinds({ api, navigator, membership }: App, q: string, signal: AbortSignal): Promise<PaletteItem[]>[] {
    const { slug, ownJobsOnly } = membership;
    const page = { q, limit: each };
    const go = (route: Route) => () => navigator.go(route);
    const leads = async (): Promise<PaletteItem[]> =>
      (await api.leads.list(page, { signal })).items.map((lead) => ({
        id: lead.id,
        group: 'leads',
        label: lead.name,
        hint: [lead.projectType, lead.email].filter(Boolean).join(' · '),
        icon: 'inbox',
        run: go({ name: 'leads', slug, leadId: lead.id }),
      }));
    const clients = async (): Promise<PaletteItem[]> =>
      (await api.clients.list(page, { signal })).items.map((client) => ({
        id: client.id,
        group: 'clients',
        label: client.displayName,
        hint: client.contacts[0]?.email ?? client.contacts[0]?.phone ?? '',
        icon: client.kind === 'company' ? 'building2' : 'user',
        run: go({ name: 'clients', slug, clientId: client.id }),
      }));
    const projects = async (): Promise<PaletteItem[]> =>
      (await api.projects.list(page, { signal })).items.map((project) => ({
        id: project.id,
        group: 'projects',
        label: project.title,
        hint: [project.clients[0]?.displayName, project.mainDate && formatDate(project.mainDate, this.#locale())]
          .filter(Boolean)
          .join(' · '),
        icon: 'camera',
        run: go({ name: 'projects', slug, projectId: project.id }),
      }));
    const tasks = async (): Promise<PaletteItem[]> =>
      (await api.tasks.list({ ...page, done: false }, { signal })).items.map((task) => ({
        id: task.id,
        group: 'tasks',
        label: task.title,
        hint: task.projectTitle,
        icon: 'squareCheck',
        run: go({ name: 'projects', slug, projectId: task.projectId }),
      }));
    return [...(ownJobsOnly ? [] : [leads()]), clients(), projects(), tasks()];
  }

  #become(state: Finding, items: readonly PaletteItem[]): void {
    this.state = state;
    this.items = items;
    this.dispatchEvent(new Event('change'));
  }
}
