import { isAllozaError } from '@alloza/sdk/core';

/** What went wrong, as widgets show it and as `alloza-error` tells the page. */
export interface Failure {
  /** Stable: a code of the contract (docs under /docs/errors), of the SDK, or of the widget (`key_missing`...). */
  code: string;
  /** English, for the developer. Visitors read the widget's own words. */
  message: string;
  /** Whether the same may succeed later. */
  retryable: boolean;
  /** Names the request in the server's log. */
  requestId?: string;
}

/** A mistake in how a widget is used, found before any request. */
export class WidgetError extends Error {
  override name = 'WidgetError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Any thrown value as a Failure. */
export function toFailure(error: unknown): Failure {
  if (isAllozaError(error)) {
    return { code: error.code, message: error.message, retryable: error.retryable, requestId: error.requestId };
  }
  if (error instanceof WidgetError) return { code: error.code, message: error.message, retryable: false };
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error), retryable: false };
}
