import { createSecretKey } from 'node:crypto';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);
const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/$/, ''));

const namesEachOnce = (list: string): boolean => {
  const ids = list.split(',').map((entry) => entry.split(':')[0]);
  return new Set(ids).size === ids.length;
};

const schema = z
  .object({
    ALLOZA_ENV: z.enum(['sandbox', 'production']).default('production'),
    ALLOZA_ROLE: z.enum(['all', 'web', 'worker']).default('all'),
    ALLOZA_SEED: z.enum(['none', 'demo']).default('none'),
    PORT: port.default(4400),
    PUBLIC_URL: url,
    SITE_URL: url.optional(),
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address'),
    DATABASE_DIRECT_URL: z.string().optional(),
    DATABASE_OWNER_URL: z.string().optional(),
    DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
    AUTH_SECRET: z.string().min(32, 'needs at least 32 characters'),
    ENCRYPTION_KEYS: z
      .string()
      .regex(/^[\w-]+:[A-Za-z0-9+/]{43}=(,[\w-]+:[A-Za-z0-9+/]{43}=)*$/, 'is `id:base64 of 32 bytes`, newest first')
      .refine(namesEachOnce, 'names an id twice'),
    MAIL_DOMAIN: z.string().default('mail.alloza.example'),
    RESEND_API_KEY: z.string().min(1),
    RESEND_BASE_URL: url.optional(),
    /** Signing in with Google is offered where both are given. */
    GOOGLE_CLIENT_ID: z.string().optional(),
    GOOGLE_CLIENT_SECRET: z.string().optional(),
    GOOGLE_ISSUER: url.default('https://accounts.google.com'),
    /** Files are kept in PostgreSQL unless all five are given. */
    FILES_S3_BUCKET: z.string().optional(),
    FILES_S3_ENDPOINT: url.optional(),
    FILES_S3_REGION: z.string().optional(),
    FILES_S3_ACCESS_KEY_ID: z.string().optional(),
    FILES_S3_SECRET_ACCESS_KEY: z.string().optional(),
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
    LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
    PROOF_COST: z.coerce.number().int().min(1).max(1_000_000).default(1000),
    MINIMUM_FILL_MS: z.coerce.number().int().min(0).max(60_000).default(2500),
    FORM_POSTS_PER_TEN_MINUTES: z.coerce.number().int().min(1).default(20),
    /** Tries of everybody together, on all replicas; whoever comes from a network their account knows is not held up. */
    SIGN_INS_PER_MINUTE: z.coerce.number().int().min(1).default(600),
    /** Of one caller, in one process. */
    REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(1200),
    /** How long a client may take to send a request; its head has half of it. */
    REQUEST_TIMEOUT_MS: z.coerce.number().int().min(200).max(600_000).default(30_000),
    VALIDATE_ANSWERS: z.stringbool().default(false),
  })
  .transform((env) => ({
    ...env,
    s3: env.FILES_S3_BUCKET
      ? {
          bucket: env.FILES_S3_BUCKET,
          endpoint: env.FILES_S3_ENDPOINT!,
          region: env.FILES_S3_REGION!,
          accessKeyId: env.FILES_S3_ACCESS_KEY_ID!,
          secretAccessKey: env.FILES_S3_SECRET_ACCESS_KEY!,
        }
      : null,
    google: googleOf(env),
    sandbox: env.ALLOZA_ENV === 'sandbox',
    directUrl: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL,
    encryptionKeys: env.ENCRYPTION_KEYS.split(',').map((entry) => {
      const separator = entry.indexOf(':');
      return { id: entry.slice(0, separator), key: createSecretKey(entry.slice(separator + 1), 'base64') };
    }),
  }));

/** Who vouches for people: Google, in the sandbox its stand-in, or nobody. */
function googleOf(env: {
  ALLOZA_ENV: string;
  PUBLIC_URL: string;
  GOOGLE_ISSUER: string;
  GOOGLE_CLIENT_ID?: string | undefined;
  GOOGLE_CLIENT_SECRET?: string | undefined;
}): { issuer: string; clientId: string; clientSecret: string } | null {
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret } = env;
  if (clientId && clientSecret) return { issuer: env.GOOGLE_ISSUER, clientId, clientSecret };
  if (env.ALLOZA_ENV !== 'sandbox') return null;
  return { issuer: `${env.PUBLIC_URL}/sandbox/google`, clientId: 'sandbox', clientSecret: 'sandbox' };
}

/** Everything the process is told from outside, checked once at boot. */
export type Config = z.output<typeof schema>;

/** Raised at boot; its message names the variables and never a value. */
export class ConfigError extends Error {}

/**
 * Reads the configuration. The only place in the server that touches the environment.
 * @throws ConfigError naming every missing or malformed variable
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(given);
  const lines: string[] = [];
  for (const group of ['FILES_S3', 'GOOGLE_CLIENT']) {
    const names = Object.keys(schema.in.shape).filter((name) => name.startsWith(`${group}_`));
    const missing = names.some((name) => name in given) ? names.filter((name) => !(name in given)) : [];
    lines.push(...missing.map((name) => `  ${name} is missing, and other ${group} variables are given`));
  }
  if (result.data && !result.data.sandbox && !result.data.GOOGLE_ISSUER.startsWith('https:'))
    lines.push('  GOOGLE_ISSUER must be an https:// address');
  if (result.success && lines.length === 0) return result.data;
  const malformed = (result.error?.issues ?? []).map((issue) => {
    const name = issue.path.join('.');
    return name in given
      ? `  ${name} ${issue.code === 'invalid_type' ? 'has the wrong type' : issue.message}`
      : `  ${name} is missing`;
  });
  throw new ConfigError(`The configuration is not usable:\n${[...malformed, ...lines].join('\n')}`);
}

/** The two logins migrations need: the owner's, and the one the server will use. */
export function readMigrationUrls(env: Record<string, string | undefined> = process.env): {
  ownerUrl: string;
  loginUrl: string;
} {
  const ownerUrl = env.DATABASE_OWNER_URL ?? env.DATABASE_DIRECT_URL ?? env.DATABASE_URL;
  if (!ownerUrl) throw new ConfigError('The configuration is not usable:\n  DATABASE_OWNER_URL is missing');
  return { ownerUrl, loginUrl: env.DATABASE_URL ?? ownerUrl };
}
