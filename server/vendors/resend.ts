import type { Resend } from 'resend';
import type { MailSender, OutgoingMail, SendOutcome } from '../platform/ports.ts';

const day = 24 * 60 * 60;

/**
 * Sends mail by Resend. The package is loaded on the first mail, and nothing of it is read from the environment.
 * `baseUrl` points elsewhere (the sandbox); `timeoutMs` bounds one try, 10 seconds unless told.
 */
export async function createResendSender(options: {
  apiKey: string;
  baseUrl?: string;
  timeoutMs?: number;
}): Promise<MailSender> {
  const { apiKey, baseUrl = 'https://api.resend.com', timeoutMs = 10_000 } = options;
  let loading: Promise<Resend> | undefined;

  async function load() {
    const { Resend } = await import('resend');
    return new Resend(apiKey, { baseUrl });
  }

  return {
    async send(mail) {
      try {
        loading ??= load();
        return await sendWith(await loading, mail, timeoutMs);
      } catch (error) {
        // Network trouble is an answer of the package; it throws only at a value that fits no header, such as the key
        // with a line break, and then quotes it. So the message stays here.
        return { kind: 'failed', code: 'unsendable', reason: `The request could not be built (${nameOf(error)})` };
      }
    },
  };
}

async function sendWith(resend: Resend, mail: OutgoingMail, timeoutMs: number): Promise<SendOutcome> {
  const { idempotencyKey, ...content } = mail;
  const request = {
    idempotencyKey,
    // The package waits for ever unless told otherwise, and would carry the mail to whatever host a redirect names.
    signal: AbortSignal.timeout(timeoutMs),
    redirect: 'error' as const,
  };
  const { data, error, headers } = await resend.emails.send(content, request);
  if (error) return outcomeOf(error, headers?.['retry-after']);
  if (typeof data?.id === 'string' && data.id !== '') return { kind: 'sent', providerId: data.id };
  // The mail may have left; the same key makes asking again safe.
  return { kind: 'retry', reason: 'Resend gave an answer without an id' };
}

/** The body of an error comes from the wire unchecked: any field may be missing. */
function outcomeOf(
  error: { statusCode?: number | null; name?: string; message?: string },
  retryAfter?: string,
): SendOutcome {
  const { statusCode: status, name = 'unknown_error', message = '' } = error;
  const reason = `${status ?? 'no status'} ${name}: ${withoutAddresses(message)}`;
  const temporary = typeof status !== 'number' || status >= 500 || status === 429;
  if (!temporary && name !== 'concurrent_idempotent_requests') return { kind: 'failed', code: name, reason };
  return { kind: 'retry', reason, afterSeconds: seconds(retryAfter) };
}

/** `Retry-After` as delay or date. A longer wait than a day would outlive the idempotency key. */
function seconds(retryAfter: string | undefined) {
  if (!retryAfter) return undefined;
  const delay = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isFinite(delay) ? Math.min(Math.max(Math.ceil(delay), 0), day) : undefined;
}

function nameOf(error: unknown) {
  return error instanceof Error ? error.name : typeof error;
}

/** Resend repeats addresses in its messages; reasons end in logs. */
function withoutAddresses(message: string) {
  return message.slice(0, 300).replace(/[^\s<>()`'"]+@[^\s<>()`'"]+/g, '(address)');
}
