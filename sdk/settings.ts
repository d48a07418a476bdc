/** The one credential of a client. */
export type Credential =
  /** `pk_...`: made to be seen, in a studio's own web pages. */
  | { publishableKey: string; secretKey?: never; clientSecret?: never; session?: never; workspace?: never }
  /** `sk_live_...` or `sk_test_...`: for servers only. */
  | { secretKey: string; publishableKey?: never; clientSecret?: never; session?: never; workspace?: never }
  /** `cs_...`: what one visitor holds for one object. */
  | { clientSecret: string; publishableKey?: never; secretKey?: never; session?: never; workspace?: never }
  /** The signed-in person's cookie, on Alloza's own origin. `workspace` is the studio's slug or id. */
  | { session: true; workspace?: string; publishableKey?: never; secretKey?: never; clientSecret?: never };

/** What a client is made of: one credential, and how to reach the server. */
export type ClientOptions = Credential & {
  /** Where Alloza answers, for example `'https://app.example.com'`. In a browser the page's own origin by default. */
  baseUrl?: string;
  /** Sends one request. The runtime's `fetch` by default. */
  fetch?: (request: Request) => Response | Promise<Response>;
  /** Milliseconds that one try may take. 30,000 by default. */
  timeout?: number;
  /** Milliseconds that a call may take with all its tries and the waits between them. 120,000 by default. */
  deadline?: number;
  /** How often a failed call is sent again at most. 2 by default. */
  retries?: number;
};

/** The options, checked once. */
export interface Settings {
  base: string;
  authorization: string | undefined;
  workspace: string | undefined;
  credentials: 'same-origin' | 'omit' | undefined;
  fetch: (request: Request) => Response | Promise<Response>;
  timeout: number;
  deadline: number;
  retries: number;
}

/** The options that are credentials, each with what it begins with. */
const credentials = { publishableKey: 'pk_', secretKey: 'sk_', clientSecret: 'cs_', session: '' } as const;

export function settingsOf(options: ClientOptions): Settings {
  const { session, workspace, baseUrl, timeout = 30_000, deadline = 120_000, retries = 2 } = options;
  const isBrowser = 'document' in globalThis;
  return {
    base: baseOf(baseUrl),
    authorization: authorizationOf(options, isBrowser),
    workspace,
    // Some runtimes outside the browser refuse to hear of credentials at all. In it, only a session sends cookies.
    credentials: session ? 'same-origin' : isBrowser ? 'omit' : undefined,
    fetch: options.fetch ?? ((request) => fetch(request)),
    timeout,
    deadline,
    retries,
  };
}

/** The header that carries the token; undefined for a session. Messages never hold the token itself. */
function authorizationOf(options: ClientOptions, isBrowser: boolean): string | undefined {
  const names = (Object.keys(credentials) as (keyof typeof credentials)[]).filter((name) => options[name]);
  const [name] = names;
  if (!name || names.length > 1) {
    throw new TypeError(`Give one of ${Object.keys(credentials).join(', ')}`);
  }
  if (name === 'session') return undefined;
  const token = options[name]!;
  if (isBrowser && token.startsWith('sk_')) {
    throw new TypeError('A secret key does not belong in a browser: use a publishable key');
  }
  if (!token.startsWith(credentials[name])) throw new TypeError(`A ${name} begins with ${credentials[name]}`);
  return `Bearer ${token}`;
}

function baseOf(baseUrl: string | undefined): string {
  const page = (globalThis as { location?: { href: string } }).location?.href;
  try {
    return new URL(baseUrl ?? '/', page).href.replace(/\/$/, '');
  } catch {
    throw new TypeError(`baseUrl is ${baseUrl === undefined ? 'missing' : 'not a URL'}`);
  }
}
