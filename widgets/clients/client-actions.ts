/** What can be done to clients, each shown at once, with a toast that takes it back. */
import type { App } from '../app/app.ts';
import { viewProblem } from '../app/problems.ts';
import { problemText } from '../app/states.ts';
import type { ClientStore } from './client-store.ts';
import type { TranslateClient } from './texts.ts';
import { type Client, filterOf, type View } from './view.ts';

export class ClientActions {
  readonly #app: App;
  readonly #store: ClientStore;
  readonly #t: TranslateClient;

  constructor(app: App, store: ClientStore, t: TranslateClient) {
    this.#app = app;
    this.#store = store;
    this.#t = t;
  }

  /** Deletes clients. True when the server agreed to at least one. */
  async remove(clients: readonly Client[]): Promise<boolean> {
    const deletedAt = new Date(this.#app.now()).toISOString();
    for (const client of clients) this.#store.put({ ...client, deletedAt });
    const done = await this.#each(clients, async (client) => void (await this.#app.api.clients.delete(client.id)));
    if (done.length === 0) return false;
    this.#app.toasts.show({
      text: this.#said('deleted', done),
      action: { label: this.#t('action.undo'), run: () => void this.restore(done) },
    });
    return true;
  }

  async restore(clients: readonly Client[]): Promise<void> {
    const done = await this.#each(clients, async ({ id }) => this.#store.put(await this.#app.api.clients.restore(id)));
    if (done.length > 0) this.#app.toasts.show({ text: this.#said('restored', done) });
  }

  /** Adds a tag to clients, or takes it away. */
  async tag(clients: readonly Client[], tag: string, added: boolean, undo = true): Promise<void> {
    const concerned = clients.filter(({ tags }) => tags.includes(tag) !== added);
    const done = await this.#each(concerned, (client) => this.#tagOne(client, tag, added));
    if (done.length === 0) return;
    const text = this.#t(added ? 'bulk.tagged' : 'bulk.untagged', { count: done.length, tag });
    const run = (): void =>
      void this.tag(done.map(({ id }) => this.#store.get(id)!).filter(Boolean), tag, !added, false);
    this.#app.toasts.show({ text, action: undo ? { label: this.#t('action.undo'), run } : undefined });
  }

  async #tagOne(client: Client, tag: string, added: boolean): Promise<void> {
    const changed = ({ tags }: Client) => (added ? [...tags, tag] : tags.filter((one) => one !== tag));
    const send = (one: Client) =>
      this.#app.api.clients.update(one.id, { tags: changed(one) }, { ifMatch: one.version });
    this.#store.put({ ...client, tags: changed(client) });
    try {
      this.#store.put(await send(client));
    } catch (error) {
      if (viewProblem(error).kind !== 'stale') throw error;
      // Somebody changed the client meanwhile: the tag goes on top of what is there now.
      const newest = await this.#app.api.clients.get(client.id);
      this.#store.put(newest.tags.includes(tag) === added ? newest : await send(newest));
    }
  }

  /** Merges `other` into `client`. */
  async merge(client: Client, other: Client): Promise<void> {
    const merged = await this.#app.api.clients.merge(client.id, { otherId: other.id, dryRun: false });
    this.#store.put(merged.other);
    this.#store.put(merged.client);
    this.#app.toasts.show({
      text: this.#t('merge.done', { name: merged.client.displayName }),
      action: { label: this.#t('action.undo'), run: () => void this.#unmerge(client.id, merged.id!) },
    });
  }

  async #unmerge(clientId: string, mergeId: string): Promise<void> {
    try {
      const { client, other } = await this.#app.api.clients.unmerge(clientId, { mergeId });
      this.#store.put(client);
      this.#store.put(other);
      this.#app.toasts.show({ text: this.#t('merge.undone') });
    } catch (error) {
      this.#failed(error);
    }
  }

  async saveView(name: string, view: View): Promise<void> {
    const saved = await this.#app.api.savedViews.create({ resource: 'clients', name, filter: filterOf(view) });
    this.#store.setViews([...this.#store.savedViews, saved]);
    this.#app.toasts.show({ text: this.#t('views.saved', { name }) });
  }

  async removeView(id: string): Promise<void> {
    const before = this.#store.savedViews;
    const view = before.find((one) => one.id === id);
    if (!view) return;
    this.#store.setViews(before.filter((one) => one !== view));
    try {
      await this.#app.api.savedViews.delete(id);
    } catch (error) {
      this.#store.setViews(before);
      return this.#failed(error);
    }
    const { resource, name, filter } = view;
    const run = async (): Promise<void> => {
      const again = await this.#app.api.savedViews.create({ resource, name, filter });
      this.#store.setViews([...this.#store.savedViews, again]);
    };
    this.#app.toasts.show({
      text: this.#t('views.removed', { name }),
      action: { label: this.#t('action.undo'), run: () => run().catch((error) => this.#failed(error)) },
    });
  }

  #said(what: 'deleted' | 'restored', clients: readonly Client[]): string {
    const [first] = clients;
    if (clients.length === 1) return this.#t(`record.${what}`, { name: first!.displayName });
    return this.#t(`bulk.${what}`, { count: clients.length });
  }

  /** Does something to one client after the other; tells which it was done to. What failed looks as before. */
  async #each(clients: readonly Client[], work: (client: Client) => Promise<void>): Promise<Client[]> {
    const done: Client[] = [];
    let failure: { client: Client; error: unknown } | undefined;
    for (const client of clients) {
      try {
        await work(client);
        done.push(client);
      } catch (error) {
        failure = { client, error };
        this.#store.put(client);
      }
    }
    if (failure) await this.#told(failure.client, failure.error);
    return done;
  }

  /** A refusal mostly means that somebody else was quicker: show what is there now, and say so. */
  async #told(client: Client, error: unknown): Promise<void> {
    const { kind, detail } = viewProblem(error);
    const changed = kind === 'missing' || kind === 'stale' || (kind === 'refused' && !detail);
    if (!changed) return this.#failed(error);
    await this.#store.refresh(client.id);
    this.#app.toasts.show({
      text: this.#t('record.changedElsewhere', { name: client.displayName }),
      tone: 'problem',
    });
  }

  #failed(error: unknown): void {
    if (viewProblem(error).kind === 'signedOut') {
      this.#app.signedOut();
      return;
    }
    const text = this.#t('action.failed', { reason: problemText(error, this.#t) });
    this.#app.toasts.show({ text, tone: 'problem' });
  }
}
