/** What every screen of the app shares, handed down by context. */
import type { Schema } from '@alloza/sdk/core';
import { createContext } from '@lit/context';
import type { Connection, PersonApi, StudioApi } from './api.ts';
import type { Live } from './live.ts';
import type { Navigator } from './navigator.ts';
import type { Shortcuts } from './shortcuts.ts';
import type { Toasts } from './toasts.ts';

export type Role = Schema<'Role'>;

/** One object a studio that is open; a new one whenever something in it changed. */
export interface App {
  readonly api: StudioApi;
  readonly person: PersonApi;
  readonly account: Schema<'Account'>;
  /** The studio as this person sees it: slug, role, live or test. */
  readonly membership: Schema<'WorkspaceSummary'>;
  readonly workspace: Schema<'Workspace'>;
  readonly navigator: Navigator;
  readonly shortcuts: Shortcuts;
  readonly toasts: Toasts;
  readonly live: Live;
  /** Where the API is, for the code that a studio pastes. */
  readonly baseUrl: string;
  /** Sends the requests in place of the browser's own `fetch`. */
  readonly fetch?: Connection['fetch'];
  /** Whether people can sign in with Google here. */
  readonly google: boolean;
  /** The current instant in milliseconds. */
  now(): number;
  /** Nobody is signed in any more: leads to sign-in and back. */
  signedOut(): void;
  /** A newer version of the settings or the account, after they were saved. */
  update(change: { workspace?: Schema<'Workspace'>; account?: Schema<'Account'> }): void;
}

export const appContext = createContext<App>(Symbol('alloza.app'));

const rank: Record<Role, number> = { member: 0, manager: 1, owner: 2 };

/** Whether a role includes another: an owner may do what a manager may. */
export const hasRole = (role: Role, needed: Role) => rank[role] >= rank[needed];
