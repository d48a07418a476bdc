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
        loading = undefined;
        // Network trouble is an answer of the package; it throws only where it can't be loaded or a value fits no
        // header, such as a key with a line break, and then quotes it. So the message stays here.
        const reason = `The request could not be built (${nameOf(error)})`;
        return { kind: 'retry', code: 'unsendable', reason, mayHaveLeft: false, needsOperator: true };
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
  return { kind: 'retry', code: 'no_id', reason: 'Resend gave an answer without an id', mayHaveLeft: true };
}

/** A wrong key, a domain that is not verified, a wrong address of the API: about us, not about this mail. */
const ofConfiguration = new Set([401, 403, 404, 405]);

/** The body of an error comes from the wire unchecked: any field may be missing. */
function outcomeOf(
  error: { statusCode?: number | null; name?: string; message?: string },
  retryAfter?: string,
): SendOutcome {
  const { statusCode: status, name, message = '' } = error;
  const code = /^[a-z_]{1,64}$/.test(String(name)) ? String(name) : 'unknown_error';
  const reason = `${status ?? 'no status'} ${code}: ${withoutAddresses(String(message))}`;
  const afterSeconds = seconds(retryAfter);
  const again = { kind: 'retry', code, reason, ...(afterSeconds === undefined ? {} : { afterSeconds }) } as const;
  if (status === 429) return { ...again, mayHaveLeft: false };
  if (typeof status !== 'number' || status >= 500) return { ...again, mayHaveLeft: true };
  if (ofConfiguration.has(status)) return { ...again, mayHaveLeft: false, needsOperator: true };
  if (code === 'concurrent_idempotent_requests') return { ...again, mayHaveLeft: true };
  // An earlier try was taken, and what the mail says has changed since.
  if (code === 'invalid_idempotent_request') return { kind: 'unknown', code, reason };
  return { kind: 'failed', code, reason };
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
