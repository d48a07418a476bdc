/**
 * What the ground floor asks of the outside world. A file in `vendors/` fulfils each port, and `main.ts` plugs it in:
 * nothing below the roof knows which vendor it is.
 */

/** One mail to one person, ready to leave. Its content never appears in a log. */
export interface OutgoingMail {
  /** `Name <address>`; see `mailbox()` in mail-layout.ts for names that need quoting. */
  from: string;
  to: string;
  replyTo?: string;
  subject: string;
  html: string;
  text: string;
  /** Further header fields, such as `References`. */
  headers?: Record<string, string>;
  /** Labels at the vendor: ASCII letters, digits, `_` and `-`, 256 characters at most. */
  tags?: { name: string; value: string }[];
  /** 1 to 256 characters. However often a mail is sent under one key, it leaves once; vendors remember 24 hours. */
  idempotencyKey: string;
}

/** What became of one try. `code` is the vendor's stable name; reasons hold no address and no content: both may be logged. */
export type SendOutcome =
  | { kind: 'sent'; providerId: string }
  | SendRetry
  /** No further try of this mail can succeed. */
  | { kind: 'failed'; code: string; reason: string }
  /** It may have left, and trying again could send it twice. */
  | { kind: 'unknown'; code: string; reason: string };

/** Try again later with the same key. */
export interface SendRetry {
  kind: 'retry';
  code: string;
  reason: string;
  /** False if the vendor certainly did not take it, so that trying again is safe even after it has forgotten the key. */
  mayHaveLeft: boolean;
  /** Nothing leaves until somebody corrects the configuration. */
  needsOperator?: boolean;
  /** The vendor's wish, 24 hours at most. */
  afterSeconds?: number;
}

export interface MailSender {
  /** Never rejects: whatever goes wrong is an outcome. */
  send(mail: OutgoingMail): Promise<SendOutcome>;
}

/** Asking again may succeed, though perhaps only once somebody has corrected the configuration. The reason may be logged. */
export interface StoreFailure {
  kind: 'failed';
  reason: string;
}

/** Keeps objects by key. None of its methods rejects: whatever goes wrong is an outcome. */
export interface ObjectStore {
  /** Keeps the bytes under a key, in place of what was there. Doing it twice is doing it once. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<{ kind: 'kept' } | StoreFailure>;
  /** Reads an object, which fails unless it has exactly `size` bytes. */
  get(key: string, size: number): Promise<{ kind: 'found'; bytes: Uint8Array } | { kind: 'missing' } | StoreFailure>;
  /** Removes an object; one that is not there counts as removed. */
  remove(key: string): Promise<{ kind: 'removed' } | StoreFailure>;
}
