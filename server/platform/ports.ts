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

/** What became of one try. Reasons hold no address and no content, so they may be logged. */
export type SendOutcome =
  | { kind: 'sent'; providerId: string }
  /** Try again later with the same key; `afterSeconds` is the vendor's wish, 24 hours at most. */
  | { kind: 'retry'; reason: string; afterSeconds?: number }
  /** No further try of this mail can succeed. `code` is the vendor's stable name of the error. */
  | { kind: 'failed'; code: string; reason: string };

export interface MailSender {
  /** Never rejects: whatever goes wrong is an outcome. */
  send(mail: OutgoingMail): Promise<SendOutcome>;
}
