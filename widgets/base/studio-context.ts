import { type Client, type ClientOptions, createClient, type Resources, type Schema } from '@alloza/sdk/core';
import { workspace } from '@alloza/sdk/operations';
import type { Context } from '@lit/context';
import { WidgetError } from './failure.ts';
import type { Theme } from './theme.ts';

/** How a widget reaches its studio. */
export interface StudioOptions {
  /** `pk_...`, for widgets on the studio's own site. */
  publishableKey?: string;
  /** The product's own pages: the session cookie of the same origin. */
  session?: boolean;
  /** With `session`: slug or id of the workspace. */
  workspace?: string;
  /** Where the API is; by default the origin this module was loaded from. */
  baseUrl?: string;
  /** Sends the requests; by default the browser's own `fetch`. */
  fetch?: ClientOptions['fetch'];
}

/** The connection to one studio. Its identity is that of the options: a new one means that everything is loaded anew. */
export class StudioConnection {
  readonly options: StudioOptions & { baseUrl: string };
  #workspace: Promise<Schema<'PublicWorkspace'>> | undefined;

  constructor(options: StudioOptions) {
    this.options = { ...options, baseUrl: options.baseUrl || new URL(import.meta.url).origin };
  }

  /**
   * A client of the resources given (imported from `@alloza/sdk/operations`), so that a widget carries no others.
   * @throws WidgetError `key_missing` when there is neither key nor session.
   */
  client<const R extends Resources>(resources: R): Client<R> {
    const { publishableKey, session, workspace, baseUrl, fetch } = this.options;
    if (session) return createClient({ session, workspace, baseUrl, fetch, resources });
    if (!publishableKey) throw new WidgetError('key_missing', 'Set publishable-key, here or on <alloza-studio>.');
    return createClient({ publishableKey, baseUrl, fetch, resources });
  }

  /** Name, brand, currency and language of the studio: asked once, and again only after a failure. */
  async workspace(): Promise<Schema<'PublicWorkspace'>> {
    this.#workspace ??= this.client({ workspace }).workspace.public();
    try {
      return await this.#workspace;
    } catch (error) {
      this.#workspace = undefined;
      throw error;
    }
  }
}

/** What `<alloza-studio>` hands to the widgets inside it. */
export interface Studio {
  readonly connection: StudioConnection;
  /** BCP 47; asked after the page's own `lang` close to the widget. */
  readonly locale?: string;
  readonly theme?: Theme;
  /** The studio's brand, once it is known. */
  readonly brand?: { accent: string; radius: number };
}

/** Named globally, since provider and widget may come from two copies of this module; 1 is the shape of `Studio`. */
export const studioContext = Symbol.for('alloza.studio.1') as Context<symbol, Studio>;
