import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { inRoot } from './paths.mjs';
import { ensureDatabase, isFree, removePostgres, startPostgres } from './postgres.mjs';
import { start, stopOnSignals } from './processes.mjs';

const dataFolder = inRoot('.data');
const databaseFolder = inRoot('.data', 'postgres');
const logFile = inRoot('.data', 'server.log');

/** Starts everything, prints where it is, and stays until it is told to stop or a part of it ends. */
export async function startProduct(argv, env) {
  const { values } = parseArgs({ args: argv, options: { fresh: { type: 'boolean', default: false } } });
  const port = readPort(env);
  const urls = { product: `http://localhost:${port}`, site: `http://localhost:${port + 1}` };
  await refuseTakenPorts(port, port + 1);

  const signals = stopOnSignals((signal) => {
    if (signal === 'SIGINT') console.log('\nStopping');
  });
  if (values.fresh) await forgetData(env);
  mkdirSync(dataFolder, { recursive: true });
  const secrets = readSecrets();
  const [database] = await Promise.all([openDatabase(env, secrets), ensureBuilt()]);

  const server = startServer({ ...secrets.server, ...database, ...productEnvironment(port, urls) });
  await ready(`${urls.product}/readyz`, server);
  const site = startSite({ PORT: String(port + 1), ALLOZA_URL: urls.product });
  const [credentials] = await Promise.all([readCredentials(urls.product), ready(urls.site, site)]);
  console.log(welcome(credentials));

  const ended = await Promise.race([server.ended, site.ended]);
  // When we are stopping, the parts end because we asked them to.
  if (!signals.stopping) throw ended;
  await new Promise(() => {});
}

function readPort({ PORT = '4400' }) {
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65534) throw new Error(`PORT=${PORT} is not a port; try PORT=4400`);
  return port;
}

async function refuseTakenPorts(...ports) {
  for (const port of ports) {
    if (await isFree(port)) continue;
    throw new Error(
      `Port ${port} is taken. Stop the program that uses it, or choose others: PORT=${ports[0] + 100} npm start`,
    );
  }
}

async function forgetData(env) {
  if (env.DATABASE_URL) console.log('--fresh forgets .data only; the database of DATABASE_URL stays as it is');
  await removePostgres(databaseFolder);
  rmSync(dataFolder, { recursive: true, force: true });
}

/** Secrets are made once and kept, so that sessions and encrypted values survive a restart. */
function readSecrets() {
  const file = inRoot('.data', 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const secrets = {
    databasePassword: randomBytes(18).toString('base64url'),
    server: {
      AUTH_SECRET: randomBytes(32).toString('base64url'),
      ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    },
  };
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

/** The database's part of the server's environment; the server makes its own login there. */
async function openDatabase(env, { databasePassword }) {
  if (env.DATABASE_URL) return {};
  const { ownerUrl } = await startPostgres({ dataDir: databaseFolder });
  const DATABASE_OWNER_URL = await ensureDatabase(ownerUrl, 'alloza');
  const login = new URL(DATABASE_OWNER_URL);
  login.username = 'alloza';
  login.password = databasePassword;
  return { DATABASE_URL: login.href, DATABASE_OWNER_URL };
}

function productEnvironment(port, { product, site }) {
  return {
    ALLOZA_ENV: 'sandbox',
    ALLOZA_SEED: 'demo',
    PORT: String(port),
    PUBLIC_URL: product,
    SITE_URL: site,
    // Mails go to the stand-in of the mail service, which the server itself hosts in the sandbox.
    RESEND_API_KEY: 're_sandbox',
    RESEND_BASE_URL: `${product}/sandbox/resend`,
  };
}

/** The server's log goes to a file. */
function startServer(env) {
  const log = createWriteStream(logFile, { flags: 'w' });
  const write = (line) => log.write(`${line}\n`);
  return startPart('The server', ['--conditions=alloza-source', 'server/main.ts'], { env, graceMs: 27_000 }, write);
}

const startSite = (env) => startPart('The example site', ['examples/static-site/serve.mjs'], { env });

/** Starts a Node program; `ended` resolves to an error that quotes its last lines, for nothing here ends by itself. */
function startPart(name, args, options, write = () => {}) {
  const recent = [];
  const onLine = (line, stream) => {
    write(line);
    if (stream === 'stderr') console.error(line);
    else if (recent.push(line) > 30) recent.shift();
  };
  const { exited } = start('node', args, { ...options, onLine });
  const lastLines = () => (recent.length > 0 ? `. Its last lines:\n${recent.join('\n')}` : '');
  const ended = exited.then((code) => new Error(`${name} ended (exit code ${code})${lastLines()}`));
  return { name, ended, lastLines };
}

async function ready(url, { name, ended, lastLines }) {
  let error;
  ended.then((reason) => {
    error = reason;
  });
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await delay(50)) {
    if (error) throw error;
    const response = await fetch(url).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.ok) return;
  }
  throw new Error(`${name} did not become ready within a minute${lastLines()}`);
}

async function readCredentials(url) {
  const response = await fetch(`${url}/sandbox/credentials.json`);
  if (!response.ok) throw new Error(`GET /sandbox/credentials.json answered ${response.status}`);
  return response.json();
}

function welcome({ addresses, signIn }) {
  return `
Alloza is running.

  The demo studio's website   ${addresses.site}
  The dashboard               ${addresses.dashboard}
    sign in with              ${signIn.email}  ${signIn.password}
  API reference               ${addresses.docs}
  Sandbox: mails, requests    ${addresses.sandbox}

  Log in .data/server.log, data in .data. Ctrl-C stops everything; npm start -- --fresh begins anew.
`;
}
