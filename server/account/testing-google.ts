import type { components } from '../../sdk/schema.ts';
import type { TestServer } from '../platform/testing.ts';
import { freshNetwork } from '../platform/testing-studio.ts';

/** What a browser remembers between two answers, and that it forgets what it is told to. */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  constructor(header = '') {
    for (const pair of header.split('; ').filter(Boolean)) this.#set(pair);
  }

  #set(pair: string): void {
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    this.#cookies.set(name, value);
  }

  take(answer: Response): Response {
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const ended = /max-age=0|expires=thu, 01 jan 1970/i.test(cookie);
      if (ended) this.#cookies.delete(pair.slice(0, pair.indexOf('=')));
      else this.#set(pair);
    }
    return answer;
  }

  get names(): string[] {
    return [...this.#cookies.keys()].sort();
  }

  get header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

export interface Person {
  email: string;
  name?: string;
  /** Google's id of the account. */
  sub?: string;
  picture?: string;
  /** Whether Google has verified the address; true unless told. */
  verified?: boolean;
  /** Whether Google keeps the domain of the address. */
  hosted?: boolean;
}

type Server = Pick<TestServer, 'url'>;

/** What the button of the sign-in page does. Answers Google's address. */
export async function startGoogle(server: Server, jar: CookieJar, next = '/app', from = freshNetwork()): Promise<URL> {
  const answer = jar.take(
    await fetch(`${server.url}/auth/signin/google`, {
      method: 'POST',
      headers: { origin: server.url, cookie: jar.header, 'x-forwarded-for': from },
      body: new URLSearchParams({ next }),
    }),
  );
  if (!answer.ok) throw new Error(`starting answered ${answer.status}: ${await answer.text()}`);
  return new URL(((await answer.json()) as { url: string }).url);
}

/** Picks who one is at Google, or cancels. Answers the address it sends back to. */
export async function choose(authorize: URL, person: Person | 'deny'): Promise<URL> {
  const { verified = true, hosted = false, ...texts } = person === 'deny' ? ({} as Partial<Person>) : person;
  const answer = await fetch(authorize, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(
      person === 'deny'
        ? { deny: '1' }
        : { ...texts, ...(verified ? { verified: 'on' } : {}), ...(hosted ? { hosted: 'on' } : {}) },
    ),
  });
  const location = answer.headers.get('location');
  if (!location) throw new Error(`choosing answered ${answer.status}: ${await answer.text()}`);
  return new URL(location);
}

/** Follows Google's way back. */
export const comeBack = async (jar: CookieJar, back: URL, from = freshNetwork()): Promise<Response> =>
  jar.take(await fetch(back, { redirect: 'manual', headers: { cookie: jar.header, 'x-forwarded-for': from } }));

export interface Arrived {
  jar: CookieJar;
  status: number;
  /** Path, query and what stands behind `#`. */
  location: string;
}

/** The whole way: the button, Google, and back. */
export async function throughGoogle(
  server: Server,
  person: Person | 'deny',
  { jar = new CookieJar(), next = '/app' }: { jar?: CookieJar; next?: string } = {},
): Promise<Arrived> {
  const answer = await comeBack(jar, await choose(await startGoogle(server, jar, next), person));
  const location = (answer.headers.get('location') ?? '').replace(server.url, '');
  return { jar, status: answer.status, location };
}

/** Queues trouble at Google's stand-in. */
export async function trouble(server: Server, what: 'fail' | 'hang' | 'drop' | 'claims', body: object): Promise<void> {
  const answer = await fetch(`${server.url}/sandbox/google/control/${what}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`the control side answered ${answer.status}`);
}

/** The account behind a session, as it sees itself; null without one. */
export async function whoIs(server: Server, jar: CookieJar): Promise<components['schemas']['Account'] | null> {
  const answer = await fetch(`${server.url}/v1/account`, { headers: { cookie: jar.header } });
  return answer.status === 200 ? ((await answer.json()) as components['schemas']['Account']) : null;
}
