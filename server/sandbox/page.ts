import { html } from 'hono/html';
import type { SandboxMail } from './resend-mail.ts';

export interface Shown {
  mails: SandboxMail[];
  search: string;
  selected?: SandboxMail;
  view: 'html' | 'text';
  now: number;
  credentials: object;
}

/** The mails sent, newest first, and one of them opened. */
export function page(shown: Shown) {
  const { selected, search, credentials } = shown;
  const facts = flatten(credentials);
  const addresses = facts.filter(({ value }) => isAddress(value));
  const title = selected ? `${selected.subject} – Sandbox` : 'Sandbox';
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/sandbox/page.css">
    <script src="/sandbox/renew.mjs" type="module"></script>
    <noscript><meta http-equiv="refresh" content="10"></noscript>
  </head>
  <body class="${selected ? 'reading' : 'browsing'}">
    <header class="bar">
      ${selected ? brand : html`<h1 class="bare">${brand}</h1>`}
      <nav class="elsewhere" aria-label="Elsewhere">
        ${addresses.map(({ label, value }) => html`<a class="go" href="${value}">${label.replace(/^Addresses (.)/, (_all, first: string) => first.toUpperCase())}</a>`)}
        <a class="go" href="/sandbox/requests">Requests</a>
      </nav>
    </header>
    <main>
      <section class="side" aria-label="Mails">
        <form role="search" action="/sandbox">
          <label for="q">Search</label>
          <input id="q" name="q" type="search" value="${search}" placeholder="Address or subject" autocomplete="off">
        </form>
        ${signIn(facts.filter(({ value }) => !isAddress(value)))}
        ${list(shown)}
      </section>
      ${selected ? reader(selected, shown) : html`<section class="empty"><p>Choose a mail to read it here.</p></section>`}
    </main>
  </body>
</html>`;
}

const brand = html`<a class="brand" href="/sandbox">Sandbox</a>`;

function signIn(facts: Fact[]) {
  if (facts.length === 0) return '';
  return html`<details class="sign-in">
    <summary class="sign-in-title">Sign-in data and keys</summary>
    <dl class="facts sign-in-facts">${facts.map(({ label, value }) => html`<div class="fact"><dt>${label}</dt><dd><code>${value}</code></dd></div>`)}</dl>
  </details>`;
}

/** The part that renew.mjs renews. */
function list({ mails, search, selected, now }: Shown) {
  const nothing = search
    ? html`<p class="hint">No mail has these letters in an address or its subject.</p>`
    : html`<p class="hint">No mail was sent yet. Send an enquiry on the example site and it appears here.</p>`;
  return html`<div id="mails">
    <p class="count" role="status">${mails.length === 1 ? '1 mail' : `${mails.length} mails`}</p>
    ${mails.length === 0 ? nothing : ''}
    <ul>${mails.map((mail) => row(mail, mail.id === selected?.id, search, now))}</ul>
  </div>`;
}

function row(mail: SandboxMail, current: boolean, search: string, now: number) {
  return html`<li>
    <a class="row" href="${link(mail, { q: search })}" aria-current="${current ? 'true' : 'false'}">
      <span class="to">${mail.to.join(', ')}</span>
      <time datetime="${mail.createdAt}">${ago(now - Date.parse(mail.createdAt))}</time>
      <span class="subject">${mail.subject}</span>
    </a>
  </li>`;
}

function reader(mail: SandboxMail, { search, view }: Shown) {
  const shown = mail.html === null ? 'text' : view;
  const tab = (name: 'html' | 'text', label: string) =>
    html`<a class="go tab" href="${link(mail, { q: search, view: name })}" aria-current="${shown === name ? 'page' : 'false'}">${label}</a>`;
  const fact = (label: string, value: string) =>
    value ? html`<div class="fact"><dt>${label}</dt><dd>${value}</dd></div>` : '';
  return html`<article>
    <a class="go back" href="${link(undefined, { q: search })}">All mails</a>
    <h1 class="title">${mail.subject}</h1>
    <dl class="facts">
      ${fact('From', mail.from)} ${fact('To', mail.to.join(', '))} ${fact('Reply to', mail.replyTo.join(', '))}
      ${fact('Sent', `${mail.createdAt.slice(0, 19).replace('T', ' ')} UTC${mail.state === 'delivered' ? '' : `, ${mail.state}`}`)}
    </dl>
    <nav class="tabs" aria-label="Form of the mail">
      ${mail.html === null ? '' : tab('html', 'HTML')} ${mail.text === null ? '' : tab('text', 'Text')}
      ${mail.html === null ? '' : html`<a class="go tab apart" href="/sandbox/mails/${mail.id}/html" target="_blank">Open apart</a>`}
    </nav>
    ${
      shown === 'text'
        ? html`<pre class="mail text">${mail.text ?? 'This mail has no text.'}</pre>`
        : html`<iframe class="mail" title="The mail as HTML" src="/sandbox/mails/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
    }
  </article>`;
}

function link(mail: SandboxMail | undefined, parameters: Record<string, string>) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== '')).toString();
  return `/sandbox${mail ? `/mails/${mail.id}` : ''}${query ? `?${query}` : ''}`;
}

interface Fact {
  label: string;
  value: string;
}

/** `{ owner: { email } }` as "Owner email". */
function flatten(value: unknown, path: string[] = []): Fact[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, inner]) => flatten(inner, [...path, name]));
  }
  if (value === undefined || value === null) return [];
  const words = path
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return [{ label: words.charAt(0).toUpperCase() + words.slice(1), value: String(value) }];
}

function isAddress(value: string) {
  return /^https?:\/\//.test(value);
}

function ago(milliseconds: number) {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h ago` : `${Math.floor(hours / 24)} d ago`;
}
