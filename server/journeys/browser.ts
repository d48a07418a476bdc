import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createClient } from '@alloza/sdk';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { launchChromium } from '../../tools/chromium.mjs';
import { eventually, startTestServer, type TestServer } from '../platform/testing.ts';
import type { SandboxMail } from '../sandbox/resend-mail.ts';

interface Credentials {
  signIn: { email: string; password: string };
  workspaceSlug: string;
  formId: string;
  secretKey: string;
}

const siteScript = fileURLToPath(new URL('../../examples/static-site/serve.mjs', import.meta.url));

/** The demo studio as people meet it: its website on one origin, the product on another, and a browser. */
export class Demo {
  /** Errors and refusals by a Content-Security-Policy that any page met. */
  readonly problems: string[] = [];
  readonly server: TestServer;
  readonly credentials: Credentials;
  readonly siteUrl: string;
  readonly #site: ChildProcess;
  readonly #browser: Browser;

  private constructor(parts: Pick<Demo, 'server' | 'credentials' | 'siteUrl'>, site: ChildProcess, browser: Browser) {
    this.server = parts.server;
    this.credentials = parts.credentials;
    this.siteUrl = parts.siteUrl;
    this.#site = site;
    this.#browser = browser;
  }

  static async open(overrides: Record<string, string> = {}): Promise<Demo> {
    const server = await startTestServer({ ALLOZA_SEED: 'demo', MINIMUM_FILL_MS: '300', ...overrides });
    const port = await freePort();
    const env = { PATH: process.env.PATH, PORT: String(port), ALLOZA_URL: server.url };
    const site = spawn(process.execPath, [siteScript], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    const siteUrl = `http://localhost:${port}`;
    const [browser, answer] = await Promise.all([
      launchChromium(),
      fetch(`${server.url}/sandbox/credentials.json`),
      eventually('the example site', () =>
        fetch(`${siteUrl}/contact`)
          .then(({ ok }) => ok)
          .catch(() => false),
      ),
    ]);
    return new Demo({ server, siteUrl, credentials: (await answer.json()) as Credentials }, site, browser);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    const gone = once(this.#site, 'exit');
    this.#site.kill();
    await gone;
    await this.server.stop();
  }

  get alloza() {
    return createClient({ secretKey: this.credentials.secretKey, baseUrl: this.server.url });
  }

  /** A page of a browser that has never been anywhere. */
  async newPage(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => this.problems.push(`${page.url()}: ${error.stack}`));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) this.problems.push(`${page.url()}: ${message.text()}`);
    });
    return page;
  }

  async goToContact(page: Page): Promise<void> {
    await page.goto(`${this.siteUrl}/contact`);
    await page.getByRole('button', { name: /^send enquiry/i }).waitFor();
  }

  /** A page of the owner, signed in as people do it. */
  async newOwnerPage(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.newPersonPage(this.credentials.signIn, options);
    await page.goto(this.studioUrl(path));
    return page;
  }

  /** A browser in which somebody has signed in, at the start page of their studio. */
  async newPersonPage(person: Credentials['signIn'], options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.newPage(options);
    await page.goto(`${this.server.url}/app`);
    await field(page, /e-mail/i).fill(person.email);
    await field(page, 'Password').fill(person.password);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${this.studioUrl('')}**`);
    return page;
  }

  studioUrl(path: string): string {
    return `${this.server.url}/app/${this.credentials.workspaceSlug}${path}`;
  }

  /** The link a mail to an address asks to open, newest mail first. */
  async mailedLink(email: string, subject: RegExp): Promise<string> {
    const mail = await eventually(`the mail to ${email}`, () =>
      this.server.sandbox.mails().find((mail) => mail.to.includes(email) && subject.test(mail.subject)),
    );
    const link = /\S+#token=[\w-]+/.exec(mail.text ?? '')?.[0];
    if (!link) throw new Error(`The mail to ${email} holds no link`);
    return link;
  }

  async countLeads(name: string): Promise<number> {
    const text = 'select count(*)::int as count from leads where name = $1';
    const { rows } = await this.server.database.owner.query(text, [name]);
    return rows[0].count;
  }

  async findLead(name: string) {
    const lead = (await this.alloza.leads.list({ q: name })).items.find((item) => item.name === name);
    if (!lead) throw new Error(`There is no lead of ${name}`);
    return lead;
  }

  /** The two mails an enquiry causes. */
  async mailsAbout(name: string, email: string): Promise<{ toVisitor: SandboxMail; toStudio: SandboxMail }> {
    return eventually(`both mails about ${name}`, () => {
      const mails = this.server.sandbox.mails();
      const toVisitor = mails.filter(({ to }) => to.includes(email));
      const toStudio = mails.filter(({ to, subject }) => !to.includes(email) && subject.includes(name));
      if (toVisitor.length > 1 || toStudio.length > 1) throw new Error(`A mail about ${name} was sent twice`);
      return toVisitor[0] && toStudio[0] && { toVisitor: toVisitor[0], toStudio: toStudio[0] };
    });
  }
}

/** The control with a label that a person can see: the plain form inside an element shares labels with the widget. */
export const field = (scope: Page | Locator, label: string | RegExp): Locator =>
  scope.getByLabel(label, { exact: true }).filter({ visible: true });

const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What axe finds on a page as it is now, shadow roots included: nothing, or the rule and the elements. */
export async function accessFaults(page: Page): Promise<string[]> {
  // What is still fading in has too little contrast for a moment.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as { violations: Violation[] };
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' and ')}`);
}

interface Violation {
  id: string;
  nodes: { target: unknown }[];
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
