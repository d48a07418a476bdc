import { setImmediate } from 'node:timers/promises';

/** Mails in the studio's look: HTML and plain text from the same blocks. Every value is text; none is markup. */

/** How a studio looks in its mails. */
export interface MailBrand {
  studioName: string;
  /** `#rrggbb`. */
  accent: string;
  /** Corner radius of buttons in CSS pixels, 0 to 24. */
  radius: number;
  /** A lasting public http(s) address, or the studio's name is written instead. */
  logoUrl: string | null;
  locale: 'en' | 'de' | 'ar';
}

export type MailBlock =
  | { kind: 'heading'; text: string }
  /** A paragraph; line breaks are kept. */
  | { kind: 'text'; text: string }
  /** One verb, one place to go. `url` is http(s), mailto or tel. */
  | { kind: 'button'; label: string; url: string }
  | { kind: 'facts'; rows: { label: string; value: string }[] }
  /** Somebody else's words. */
  | { kind: 'quote'; text: string; author?: string }
  /** Small print. */
  | { kind: 'note'; text: string };

export interface MailContent {
  subject: string;
  /** The grey line that inboxes show after the subject. */
  preheader?: string;
  blocks: MailBlock[];
}

const sans = `-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif`;
const light = { page: '#f4f4f3', card: '#ffffff', line: '#e3e3e1', ink: '#1b1c1f', muted: '#5d6068' };
const dark = { page: '#111214', card: '#1b1d20', line: '#34373c', ink: '#eceded', muted: '#a5a9b0' };

/** At least 3:1 on the light and on the dark card: the edge of a button that would vanish on one of them. */
const edge = '#7d8088';

let queue: Promise<unknown> = Promise.resolve();

/** Loads the layout library and warms it up, which blocks the process for half a second: to be done before it is ready. */
export async function loadLayout(): Promise<void> {
  const brand: MailBrand = { studioName: 'Studio', accent: '#000000', radius: 0, logoUrl: null, locale: 'en' };
  await renderMail(
    { subject: 'Warm-up', blocks: [{ kind: 'button', label: 'Open', url: 'https://localhost' }] },
    brand,
  );
}

/**
 * Writes a mail. Its one remote resource is the studio's logo. Mails take turns of a few milliseconds, one for each turn
 * of the event loop, so that a crowd of them holds up nobody's request.
 * @throws TypeError when a button's address is of another kind than http(s), mailto or tel
 */
export async function renderMail(
  content: MailContent,
  brand: MailBrand,
): Promise<{ subject: string; html: string; text: string }> {
  const subject = headerText(content.subject);
  const markup = document(content, subject, brand);
  const { default: mjml2html } = await import('mjml');
  const written = queue.then(async () => {
    await setImmediate();
    return mjml2html(markup, { fonts: {}, validationLevel: 'strict' });
  });
  queue = written.catch(() => {});
  const { html } = await written;
  return { subject, html, text: plainText(content.blocks, brand) };
}

/** `Name <address>` for a header; whatever the name holds, it stays a name. The address is one that was validated. */
export function mailbox(name: string, address: string): string {
  const shown = headerText(name);
  if (shown === '') return address;
  const needsQuotes = !/^[\p{L}\p{M}\p{N} '&+_-]+$/u.test(shown);
  return `${needsQuotes ? `"${shown.replace(/["\\]/g, '\\$&')}"` : shown} <${address}>`;
}

/** One line of at most 200 characters, without controls and without marks that turn the direction of what follows. */
function headerText(text: string) {
  const line = clean(text)
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length > 200 ? `${characters.slice(0, 199).join('')}…` : line;
}

function document(content: MailContent, subject: string, brand: MailBrand) {
  const rtl = brand.locale === 'ar';
  const [direction, start] = rtl ? ['rtl', 'right'] : ['ltr', 'left'];
  const blocks = content.blocks.map((block) => blockMarkup(block, brand)).join('');
  return `
<mjml lang="${brand.locale}" dir="${direction}">
  <mj-head>
    <mj-title>${escaped(subject)}</mj-title>
    ${content.preheader ? `<mj-preview>${escaped(headerText(content.preheader))}</mj-preview>` : ''}
    <mj-raw><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></mj-raw>
    <mj-attributes>
      <mj-all font-family="${sans}" />
      <mj-section padding="0" direction="${direction}" />
      <mj-wrapper direction="${direction}" />
      <mj-column direction="${direction}" />
      <mj-text align="${start}" color="${light.ink}" font-size="16px" line-height="24px" padding="0 0 20px" />
      <mj-table align="${start}" color="${light.ink}" font-size="16px" line-height="24px" padding="0 0 20px" table-layout="fixed" />
      <mj-button align="${start}" font-size="16px" font-weight="600" line-height="20px" padding="4px 0 24px" inner-padding="12px 24px" />
    </mj-attributes>
    <mj-style>${styles}</mj-style>
  </mj-head>
  <mj-body width="600px" css-class="page" background-color="${light.page}">
    <mj-section css-class="frame" padding="32px 41px 20px"><mj-column>
      <mj-text padding="0" font-weight="600">${head(brand)}</mj-text>
    </mj-column></mj-section>
    <mj-wrapper css-class="card" background-color="${light.card}" border="1px solid ${light.line}" border-radius="12px" padding="40px 40px 20px">
      <mj-section><mj-column>${blocks}</mj-column></mj-section>
    </mj-wrapper>
    <mj-section css-class="frame" padding="20px 41px 40px"><mj-column>
      <mj-text padding="0" font-size="13px" line-height="20px" color="${light.muted}"><span class="muted">${escaped(brand.studioName)}</span></mj-text>
    </mj-column></mj-section>
  </mj-body>
</mjml>`;
}

/** `data-ogsc` is how Outlook's apps mark a mail they show in the dark. */
const styles = [
  `.card td { overflow-wrap: anywhere; }`,
  '@media only screen and (max-width: 480px) {',
  '.card { margin: 0 12px !important; }',
  '.card > table > tbody > tr > td { padding: 28px 20px 8px !important; }',
  '.frame > table > tbody > tr > td { padding-left: 33px !important; padding-right: 33px !important; }',
  '}',
  ...['@media (prefers-color-scheme: dark) {', ...darkRules(''), '}'],
  ...darkRules('[data-ogsc] '),
].join('\n');

function darkRules(prefix: string) {
  return [
    `${prefix}.page, ${prefix}.page > div { background-color: ${dark.page} !important; }`,
    `${prefix}.card, ${prefix}.card > table { background: ${dark.card} !important; }`,
    `${prefix}.card > table > tbody > tr > td, ${prefix}.line { border-color: ${dark.line} !important; }`,
    `${prefix}.ink { color: ${dark.ink} !important; }`,
    `${prefix}.edge table td { border-color: ${edge} !important; }`,
    `${prefix}.muted { color: ${dark.muted} !important; }`,
    // A logo made for white paper stays on it.
    `${prefix}.logo { background: #ffffff !important; padding: 8px 12px !important; border-radius: 8px !important; }`,
  ];
}

function head({ logoUrl, studioName }: MailBrand) {
  const name = escaped(studioName);
  const url = safeUrl(logoUrl ?? '', ['https:', 'http:']);
  if (!url) return `<span class="ink">${name}</span>`;
  return `<img class="logo ink" src="${url}" alt="${name}" height="40" style="display:inline-block;height:40px;width:auto;max-width:240px;color:${light.ink};" />`;
}

function blockMarkup(block: MailBlock, brand: MailBrand): string {
  switch (block.kind) {
    case 'heading':
      return `<mj-text><h1 class="ink" style="margin:0;font-size:24px;line-height:32px;font-weight:600;">${lines(block.text)}</h1></mj-text>`;
    case 'text':
      return `<mj-text><div class="ink">${lines(block.text)}</div></mj-text>`;
    case 'note':
      return `<mj-text font-size="14px" line-height="20px" color="${light.muted}"><div class="muted">${lines(block.text)}</div></mj-text>`;
    case 'button':
      return button(block, brand);
    case 'facts':
      return `<mj-table>${block.rows.map((row, index) => fact(row, index, brand)).join('')}</mj-table>`;
    case 'quote':
      return quote(block, brand);
  }
}

function button({ label, url }: { label: string; url: string }, { accent, radius }: MailBrand) {
  const address = safeUrl(url, ['https:', 'http:', 'mailto:', 'tel:']);
  if (!address) throw new TypeError('A button needs an http(s), mailto or tel address');
  const background = /^#[0-9a-f]{6}$/i.test(accent) ? accent : light.ink;
  const ink = contrast(background, '#ffffff') >= 4.5 ? '#ffffff' : '#000000';
  const vanishesOn = (card: string) => contrast(background, card) < 3;
  const border = vanishesOn(light.card) ? edge : background;
  const edgeInTheDark = vanishesOn(dark.card) ? 'css-class="edge"' : '';
  const corner = Math.min(Math.max(Math.round(radius), 0), 24);
  return `<mj-button ${edgeInTheDark} href="${address}" background-color="${background}" color="${ink}" border="1px solid ${border}" border-radius="${corner}px">${escaped(label)}</mj-button>`;
}

function fact({ label, value }: { label: string; value: string }, index: number, { locale }: MailBrand) {
  const cell = `vertical-align:top;padding:10px 0;${index === 0 ? '' : `border-top:1px solid ${light.line};`}`;
  const [start, gap] = locale === 'ar' ? ['right', 'left'] : ['left', 'right'];
  return (
    `<tr><td class="line muted" width="36%" style="${cell}padding-${gap}:16px;text-align:${start};color:${light.muted};">${lines(label)}</td>` +
    `<td class="line ink" style="${cell}text-align:${start};"><div dir="auto" style="text-align:${start};">${lines(value)}</div></td></tr>`
  );
}

function quote({ text, author }: { text: string; author?: string }, { locale }: MailBrand) {
  const side = locale === 'ar' ? 'right' : 'left';
  const by = author ? `<div class="muted" style="padding-top:4px;color:${light.muted};">${lines(author)}</div>` : '';
  return `<mj-text><div class="line" style="border-${side}:3px solid ${light.line};padding-${side}:16px;"><div class="ink" dir="auto">${lines(text)}</div>${by}</div></mj-text>`;
}

function plainText(blocks: MailBlock[], brand: MailBrand) {
  return `${[...blocks.map(plainBlock), `-- \n${headerText(brand.studioName)}`].join('\n\n')}\n`;
}

function plainBlock(block: MailBlock) {
  switch (block.kind) {
    case 'button':
      return `${headerText(block.label)}:\n${block.url}`;
    case 'facts':
      return block.rows.map(({ label, value }) => `${headerText(label)}: ${clean(value)}`).join('\n');
    case 'quote':
      return [...clean(block.text).split('\n'), ...(block.author ? [`— ${headerText(block.author)}`] : [])]
        .map((line) => `> ${line}`)
        .join('\n');
    default:
      return clean(block.text);
  }
}

/** Well-formed text with `\n` line breaks and no other control character. */
function clean(text: string) {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim();
}

function escaped(text: string) {
  return clean(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function lines(text: string) {
  return escaped(text).replaceAll('\n', '<br />');
}

/** The address ready for an attribute, if it is one of these kinds. */
function safeUrl(url: string, protocols: string[]) {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return protocols.includes(parsed.protocol) ? escaped(parsed.href) : undefined;
}

/** WCAG 2 contrast of two `#rrggbb` colours, 1 to 21. One of white and black always reaches 4.5 on a third colour. */
function contrast(a: string, b: string) {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
