/** What can be done to clients, each shown at once, with a toast that takes it back. */
import type { App } from '../app/app.ts';
import { RecordActions, saveOnTop, type Work } from '../app/record/actions.ts';
import type { ClientStore } from './client-store.ts';
import type { TranslateClient } from './texts.ts';
import { type Client, filterOf, type View } from './view.ts';

export class ClientActions extends RecordActions<Client> {
  readonly #store: ClientStore;
  readonly #t: TranslateClient;

  constructor(app: App, store: ClientStore, t: TranslateClient) {
    super(app, store, t, ({ displayName }) => displayName);
    this.#store = store;
    this.#t = t;
  }

  /** Deletes clients. True when the server agreed to at least one. */
  async remove(clients: readonly Client[]): Promise<boolean> {
    const deletedAt = new Date(this.app.now()).toISOString();
    const done = await this.run(clients, {
      expect: (client) => ({ ...client, deletedAt }),
      send: async ({ id }) => {
        await this.app.api.clients.delete(id);
        return undefined;
      },
      said: (all) => this.#said('deleted', all),
      back: () => this.#restoring,
      saidBack: (all) => this.#said('restored', all),
    });
    return done.length > 0;
  }

  readonly #restoring: Pick<Work<Client>, 'send'> = { send: ({ id }) => this.app.api.clients.restore(id) };

  async restore(clients: readonly Client[]): Promise<void> {
    await this.run(clients, { ...this.#restoring, said: (all) => this.#said('restored', all) });
  }

  /** Adds a tag to clients, or takes it away. */
  async tag(clients: readonly Client[], tag: string, added: boolean): Promise<void> {
    await this.run(
      clients.filter(({ tags }) => tags.includes(tag) !== added),
      {
        ...this.#tagging(tag, added),
        said: ({ length: count }) => this.#t(added ? 'bulk.tagged' : 'bulk.untagged', { count, tag }),
        back: () => this.#tagging(tag, !added),
      },
    );
  }

  #tagging(tag: string, added: boolean): Pick<Work<Client>, 'expect' | 'send'> {
    const changed = ({ tags }: Client) => (added ? [...tags, tag] : tags.filter((one) => one !== tag));
    return {
      expect: (client) => ({ ...client, tags: changed(client) }),
      send: (client) =>
        saveOnTop(client, this.app.api.clients, (newest) =>
          newest.tags.includes(tag) === added ? undefined : { tags: changed(newest) },
        ),
    };
  }

  /** Merges `other` into `client`. */
  async merge(client: Client, other: Client): Promise<void> {
    const merged = await this.app.api.clients.merge(client.id, { otherId: other.id, dryRun: false });
    this.#store.put(merged.other);
    this.#store.put(merged.client);
    this.app.toasts.show({
      text: this.#t('merge.done', { name: merged.client.displayName }),
      action: { label: this.#t('action.undo'), run: () => void this.#unmerge(client.id, merged.id!) },
    });
  }

  async #unmerge(clientId: string, mergeId: string): Promise<void> {
    try {
      const { client, other } = await this.app.api.clients.unmerge(clientId, { mergeId });
      this.#store.put(client);
      this.#store.put(other);
      this.app.toasts.show({ text: this.#t('merge.undone') });
    } catch (error) {
      this.failed(error);
    }
  }

  async saveView(name: string, view: View): Promise<void> {
    const saved = await this.app.api.savedViews.create({ resource: 'clients', name, filter: filterOf(view) });
    this.#store.setViews([...this.#store.savedViews, saved]);
    this.app.toasts.show({ text: this.#t('views.saved', { name }) });
  }

  async removeView(id: string): Promise<void> {
    const before = this.#store.savedViews;
    const view = before.find((one) => one.id === id);
    if (!view) return;
    this.#store.setViews(before.filter((one) => one !== view));
    try {
      await this.app.api.savedViews.delete(id);
    } catch (error) {
      this.#store.setViews(before);
      this.failed(error);
      return;
    }
    const { resource, name, filter } = view;
    const run = async (): Promise<void> => {
      const again = await this.app.api.savedViews.create({ resource, name, filter });
      this.#store.setViews([...this.#store.savedViews, again]);
    };
    this.app.toasts.show({
      text: this.#t('views.removed', { name }),
      action: { label: this.#t('action.undo'), run: () => run().catch((error) => this.failed(error)) },
    });
  }

  #said(what: 'deleted' | 'restored', clients: readonly Client[]): string {
    const [first] = clients;
    if (clients.length === 1) return this.#t(`record.${what}`, { name: first!.displayName });
    return this.#t(`bulk.${what}`, { count: clients.length });
  }
}
