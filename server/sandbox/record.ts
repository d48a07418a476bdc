import type { MiddlewareHandler } from 'hono';

/** One request as it reached a stand-in. Credentials are masked, the body is not. */
export interface RecordedRequest {
  vendor: string;
  method: string;
  /** Path and query below the stand-in's own root, as the vendor would see it. */
  path: string;
  headers: Record<string, string>;
  /** As text, cut after 100,000 characters. */
  body: string;
  /** RFC 3339. */
  at: string;
}

const kept = 1000;
const longestBody = 100_000;
const secretHeader = /^(authorization|proxy-authorization|cookie|.*(api-?key|secret|token).*)$/i;
const secretParameter = /(token|secret|password|api_?key|^code$)/i;

/** Keeps the newest 1,000 requests that reached the stand-ins. */
export class RequestRecord {
  readonly #requests: RecordedRequest[] = [];

  /** Records before it lets the stand-in answer: a request that is refused or never answered counts too. */
  middleware(vendor: string, root: string): MiddlewareHandler {
    return async (c, next) => {
      const { pathname, search } = new URL(c.req.url);
      const path = pathname.slice(pathname.indexOf(root) + root.length) || '/';
      if (!path.startsWith('/control/')) {
        this.#add({
          vendor,
          method: c.req.method,
          path: path + maskedQuery(search),
          headers: maskedHeaders(c.req.raw.headers),
          // Read as bytes, which is what the stand-in then gets: text would not lead back to a picture.
          body: new TextDecoder().decode(await c.req.arrayBuffer()).slice(0, longestBody),
          at: new Date().toISOString(),
        });
      }
      await next();
    };
  }

  /** Oldest first. */
  list(vendor?: string): RecordedRequest[] {
    return this.#requests.filter((request) => vendor === undefined || request.vendor === vendor);
  }

  #add(request: RecordedRequest) {
    this.#requests.push(request);
    if (this.#requests.length > kept) this.#requests.shift();
  }
}

function maskedHeaders(headers: Headers) {
  const masked: Record<string, string> = {};
  headers.forEach((value, name) => {
    masked[name] = secretHeader.test(name) ? mask(value) : value;
  });
  return masked;
}

function maskedQuery(search: string) {
  if (search === '') return '';
  const parameters = new URLSearchParams(search);
  for (const name of [...parameters.keys()]) if (secretParameter.test(name)) parameters.set(name, '***');
  return `?${parameters}`;
}

/** Keeps the scheme and the beginning that tells which kind of key it was: `Bearer re_***`. */
function mask(value: string) {
  const [, scheme = '', secret = ''] = /^([A-Za-z]+ )?(.*)$/s.exec(value) ?? [];
  return `${scheme}${/^[a-z]{2,3}_/.exec(secret)?.[0] ?? ''}***`;
}
