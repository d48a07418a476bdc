import type { Schema } from '@alloza/sdk/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Connection, isSignedOut, personApi, studioApi } from './api.ts';
import type { App } from './app.ts';
import { Live, type LiveStatus } from './live.ts';
import type { Navigator } from './navigator.ts';
import { viewProblem } from './problems.ts';
import { Shortcuts } from './shortcuts.ts';
import { Toasts } from './toasts.ts';

type Account = Schema<'Account'>;

/** How far somebody is on the way into a studio. */
export type SessionState =
  | { kind: 'opening' }
  | { kind: 'open'; app: App }
  | { kind: 'signedOut' }
  | { kind: 'noStudio'; account: Account }
  | { kind: 'elsewhere'; slug: string }
  | { kind: 'unknownStudio'; account: Account }
  | { kind: 'failed'; error: unknown };

const lastStudio = 'alloza.studio';

/** Who is signed in, and the studio that is open: makes the App and keeps it up to date. */
export class Session implements ReactiveController {
  state: SessionState = { kind: 'opening' };
  account?: Account;
  readonly toasts = new Toasts();
  readonly shortcuts = new Shortcuts();
  readonly #host: ReactiveControllerHost;
  readonly #connection: () => Connection;
  readonly #navigator: () => Navigator;
  #turn = 0;

  constructor(host: ReactiveControllerHost, connection: () => Connection, navigator: () => Navigator) {
    this.#host = host;
    this.#connection = connection;
    this.#navigator = navigator;
    host.addController(this);
  }

  get app(): App | undefined {
    return this.state.kind === 'open' ? this.state.app : undefined;
  }

  /** Opens a studio by its slug; without one, tells where to go: the studio used last, or the first. */
  async enter(slug: string | undefined): Promise<void> {
    if (this.app && this.app.membership.slug === slug) return;
    const turn = ++this.#turn;
    if (this.app || this.state.kind !== 'opening') this.#become({ kind: 'opening' });
    try {
      const state = await this.#find(slug);
      if (turn === this.#turn) this.#become(state);
    } catch (error) {
      if (turn === this.#turn) this.#become(isSignedOut(error) ? { kind: 'signedOut' } : { kind: 'failed', error });
    }
  }

  async #find(slug: string | undefined): Promise<SessionState> {
    this.account ??= await personApi(this.#connection()).account.me();
    const { account } = this;
    if (account.workspaces.length === 0) return { kind: 'noStudio', account };
    if (slug === undefined) return { kind: 'elsewhere', slug: preferredStudio(account) };
    const membership = account.workspaces.find((one) => one.slug === slug);
    return membership
      ? { kind: 'open', app: await this.#open(account, membership) }
      : { kind: 'unknownStudio', account };
  }

  async #open(account: Account, membership: Schema<'WorkspaceSummary'>): Promise<App> {
    const connection = this.#connection();
    const stream = { report: (_status: LiveStatus): void => {} };
    const api = studioApi({
      ...connection,
      // By id, which stays when the studio's slug is changed.
      workspace: membership.id,
      onStream: (status) => stream.report(status),
    });
    const workspace = await api.workspace.get();
    const live = new Live({
      name: `alloza:${account.id}:${membership.id}`,
      open: (lastEventId, signal, report) => {
        stream.report = report;
        return api.events.stream({ lastEventId, signal });
      },
      fatal: (error) => {
        const { kind } = viewProblem(error);
        if (kind === 'signedOut') this.leave();
        return kind === 'signedOut' || kind === 'forbidden';
      },
    });
    remember(membership.slug);
    return {
      api,
      person: personApi(connection),
      account,
      membership,
      workspace,
      live,
      navigator: this.#navigator(),
      toasts: this.toasts,
      shortcuts: this.shortcuts,
      baseUrl: connection.baseUrl,
      fetch: connection.fetch,
      google: connection.google ?? false,
      now: Date.now,
      signedOut: () => this.leave(),
      update: (change) => this.#update(change),
    };
  }

  #update({ workspace, account }: { workspace?: Schema<'Workspace'>; account?: Account }): void {
    const { app } = this;
    if (!app) return;
    this.account = account ?? this.account;
    const { name, slug } = workspace ?? app.workspace;
    const known = account?.workspaces.find(({ id }) => id === app.membership.id);
    const membership = { ...app.membership, ...known, name, slug };
    if (workspace && this.account) {
      const former = app.membership.slug;
      const workspaces = this.account.workspaces.map((one) => {
        if (one.id === membership.id) return membership;
        return one.twinSlug === former ? { ...one, twinSlug: slug } : one;
      });
      this.account = { ...this.account, workspaces };
    }
    this.#become({
      kind: 'open',
      app: { ...app, membership, workspace: workspace ?? app.workspace, account: this.account ?? app.account },
    });
  }

  /** Forgets who was signed in. What was on screen goes with it. */
  leave(): void {
    this.#turn++;
    this.account = undefined;
    this.#become({ kind: 'signedOut' });
  }

  /** A sign-in has begun a new session, or a studio was added: look again. */
  forget(): void {
    this.#turn++;
    this.account = undefined;
    this.#become({ kind: 'opening' });
  }

  #become(state: SessionState): void {
    const before = this.app;
    this.state = state;
    if (before && this.app?.live !== before.live) before.live.stop();
    this.app?.live.start();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.app?.live.start();
  }

  hostDisconnected(): void {
    this.app?.live.stop();
  }
}

function preferredStudio({ workspaces }: Account): string {
  const last = recall();
  const known = workspaces.find(({ slug }) => slug === last);
  return (known ?? workspaces.find(({ mode }) => mode === 'live') ?? workspaces[0]!).slug;
}

function remember(slug: string): void {
  try {
    localStorage.setItem(lastStudio, slug);
  } catch {
    // Storage is off: the first studio opens next time.
  }
}

function recall(): string | null {
  try {
    return localStorage.getItem(lastStudio);
  } catch {
    return null;
  }
}
