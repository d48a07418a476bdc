/** The dashboard's connection to the API: one client for the signed-in person, one for a workspace. */
import { type Client, createClient, isAllozaError } from '@alloza/sdk/core';
import {
  account,
  apiKeys,
  changes,
  clients,
  connections,
  events,
  files,
  imports,
  invitations,
  leadForms,
  leadPipeline,
  leads,
  members,
  notes,
  projectPipeline,
  projects,
  savedViews,
  sessions,
  tasks,
  taskTemplates,
  workspace,
  workspaces,
} from '@alloza/sdk/operations';
import type { LiveStatus } from './live.ts';

const personal = { account, sessions, workspaces, invitations } as const;
const shared = {
  workspace,
  members,
  invitations,
  apiKeys,
  connections,
  changes,
  files,
  notes,
  leadForms,
  leadPipeline,
  leads,
  clients,
  projectPipeline,
  projects,
  tasks,
  taskTemplates,
  savedViews,
  imports,
  events,
} as const;

export type PersonApi = Client<typeof personal>;
export type StudioApi = Client<typeof shared>;

export interface Connection {
  readonly baseUrl: string;
  /** Sends the requests in place of the browser's own `fetch`. */
  readonly fetch?: (request: Request) => Response | Promise<Response>;
  /** Whether the server can ask Google who somebody is. */
  readonly google?: boolean;
}

export const personApi = ({ baseUrl, fetch }: Connection): PersonApi =>
  createClient({ session: true, baseUrl, fetch, resources: personal });

export interface StudioConnection extends Connection {
  readonly workspace: string;
  /** Told each time the live stream opens or breaks: the SDK reconnects by itself and says nothing of it. */
  readonly onStream?: (status: LiveStatus) => void;
}

export function studioApi({
  baseUrl,
  workspace: slug,
  fetch = globalThis.fetch,
  onStream,
}: StudioConnection): StudioApi {
  const watching = async (request: Request): Promise<Response> => {
    if (!new URL(request.url).pathname.endsWith('/stream')) return fetch(request);
    onStream?.('connecting');
    try {
      const response = await fetch(request);
      onStream?.(response.ok ? 'live' : 'waiting');
      return response;
    } catch (error) {
      onStream?.('waiting');
      throw error;
    }
  };
  const client = createClient({ session: true, workspace: slug, baseUrl, fetch: watching, resources: shared });
  return client as unknown as StudioApi;
}

/** Whether an error means that nobody is signed in any more. */
export const isSignedOut = (error: unknown) => isAllozaError(error) && error.status === 401;
