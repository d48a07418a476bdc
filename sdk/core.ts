// The client with only the resources it is given, for bundles where every byte counts:
//   import { createClient } from '@alloza/sdk/core';
//   import { leads } from '@alloza/sdk/operations';
//   const alloza = createClient({ publishableKey: 'pk_...', resources: { leads } });
import { clientOf } from './client.ts';
import type { ClientOptions } from './settings.ts';
import type { Client, Resources } from './types.ts';

/**
 * A client of the given resources.
 *
 * @param options One credential, and `resources` from `@alloza/sdk/operations`. Resources keep their exported names.
 * @throws TypeError when there is not exactly one credential, when it is of another kind than its option says, when a
 * secret key is used in a browser, or when `baseUrl` is missing outside of one.
 */
export function createClient<R extends Resources>(options: ClientOptions & { resources: R }): Client<R> {
  return clientOf(options.resources, options);
}

export type { Answered, Call } from './call.ts';
export {
  AllozaError,
  AuthenticationError,
  ConflictError,
  ConnectionError,
  type ErrorCode,
  isAllozaError,
  NotFoundError,
  PermissionError,
  type Problem,
  RateLimitError,
  ServerError,
  TimeoutError,
  ValidationError,
} from './errors.ts';
export type { ListCall, Page } from './pages.ts';
export type { ClientOptions, Credential } from './settings.ts';
export type { AllozaEvent, CallOptions, Client, EventType, Resources, Schema } from './types.ts';
