import { isMailbox } from './address.ts';

/** A mail that reached the stand-in, in our own words. */
export interface SandboxMail {
  id: string;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
  html: string | null;
  text: string | null;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
  /** RFC 3339. */
  createdAt: string;
  scheduledAt: string | null;
  state: 'delivered' | 'scheduled' | 'canceled';
}

/** Why a mail was refused: Resend's name of the error and its message. */
export interface Refusal {
  name: 'missing_required_field' | 'invalid_from_address' | 'validation_error';
  message: string;
}

type Body = Record<string, unknown>;

const format = 'The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.';
const tagText = /^[\w-]{1,256}$/;

/** The first thing wrong with the body of a send, if any. */
export function refusalOf(body: unknown): Refusal | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return invalid('The body must be an object.');
  const mail = body as Body;
  for (const field of ['from', 'to', 'subject']) {
    if (mail[field] === undefined || mail[field] === '') return missing(`Missing \`${field}\` field.`);
  }
  if (mail.html === undefined && mail.text === undefined) return missing('Missing `html` or `text` field.');
  if (!isMailbox(mail.from)) return { name: 'invalid_from_address', message: `Invalid \`from\` field. ${format}` };
  return addressRefusal(mail) ?? contentRefusal(mail);
}

function addressRefusal(mail: Body) {
  for (const field of ['to', 'cc', 'bcc', 'reply_to']) {
    const addresses = asList(mail[field]);
    if (!addresses.every(isMailbox)) return invalid(`Invalid \`${field}\` field. ${format}`);
    if (field === 'to' && addresses.length === 0) return missing('Missing `to` field.');
    if (field !== 'reply_to' && addresses.length > 50) return invalid(`\`${field}\` takes at most 50 addresses.`);
  }
  return undefined;
}

function contentRefusal(mail: Body) {
  for (const field of ['subject', 'html', 'text']) {
    if (mail[field] !== undefined && typeof mail[field] !== 'string') return invalid(`\`${field}\` must be a string.`);
  }
  if (/[\r\n]/.test(mail.subject as string)) return invalid('The `\\n` is not allowed in the `subject` field.');
  const headers = Object.values((mail.headers ?? {}) as Body);
  if (!headers.every((value) => typeof value === 'string')) return invalid('Header values must be strings.');
  const tags = asList(mail.tags) as Body[];
  if (!tags.every(({ name, value }) => tagText.test(String(name)) && tagText.test(String(value)))) {
    return invalid('Tags should only contain ASCII letters, numbers, underscores, or dashes.');
  }
  return undefined;
}

/** The mail of a body that `refusalOf` found nothing wrong with. */
export function mailOf(body: Body, id: string, now: number): SandboxMail {
  return {
    id,
    from: body.from as string,
    to: asList(body.to) as string[],
    cc: asList(body.cc) as string[],
    bcc: asList(body.bcc) as string[],
    replyTo: asList(body.reply_to) as string[],
    subject: body.subject as string,
    html: (body.html as string | undefined) ?? null,
    text: (body.text as string | undefined) ?? null,
    headers: (body.headers as Record<string, string> | undefined) ?? {},
    tags: (body.tags as SandboxMail['tags'] | undefined) ?? [],
    createdAt: new Date(now).toISOString(),
    scheduledAt: (body.scheduled_at as string | undefined) ?? null,
    state: body.scheduled_at === undefined ? 'delivered' : 'scheduled',
  };
}

/** The mail as Resend shows it. */
export function resendEmail(mail: SandboxMail) {
  return {
    object: 'email',
    id: mail.id,
    message_id: `<${mail.id}@sandbox.resend.example>`,
    from: mail.from,
    to: mail.to,
    cc: mail.cc,
    bcc: mail.bcc,
    reply_to: mail.replyTo,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    tags: mail.tags,
    created_at: mail.createdAt.replace('T', ' ').replace('Z', '000+00'),
    scheduled_at: mail.scheduledAt,
    last_event: mail.state,
  };
}

function asList(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

function missing(message: string): Refusal {
  return { name: 'missing_required_field', message };
}

function invalid(message: string): Refusal {
  return { name: 'validation_error', message };
}
