import { clientOf } from './client.ts';
import type { Client, ClientOptions } from './core.ts';
import { operations } from './operations.ts';

/** The client with every operation of the contract: `alloza.<resource>.<verb>(...)`. */
export type Alloza = Client<typeof operations>;

/**
 * A client of the whole API.
 *
 * @example
 * const alloza = createClient({ secretKey: 'sk_live_...', baseUrl: 'https://app.example.com' });
 * const lead = await alloza.leads.get(id);
 * await alloza.leads.update(id, { rating: 5 }, { ifMatch: lead.version });
 *
 * @param options One credential: `publishableKey`, `secretKey`, `clientSecret` or `session: true`; `baseUrl` outside of
 * a browser.
 * @throws TypeError when there is not exactly one credential, when it is of another kind than its option says, when a
 * secret key is used in a browser, or when `baseUrl` is missing outside of one.
 */
export function createClient(options: ClientOptions): Alloza {
  return clientOf(operations, options);
}

export {
  AllozaError,
  type AllozaEvent,
  type Answered,
  AuthenticationError,
  type Call,
  type CallOptions,
  type ClientOptions,
  ConflictError,
  ConnectionError,
  type Credential,
  type ErrorCode,
  type EventType,
  isAllozaError,
  type ListCall,
  NotFoundError,
  type Page,
  PermissionError,
  type Problem,
  RateLimitError,
  type Schema,
  ServerError,
  TimeoutError,
  ValidationError,
} from './core.ts';
