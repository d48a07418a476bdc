import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type MailBlock, type MailBrand, type MailContent, mailbox, renderMail } from './mail-layout.ts';

const brand: MailBrand = {
  studioName: 'Lumen & Oak',
  accent: '#0f6b5c',
  radius: 8,
  logoUrl: null,
  locale: 'en',
};

const content: MailContent = {
  subject: 'New enquiry from Ana',
  preheader: 'Wedding on 12 June 2027',
  blocks: everyBlock('words'),
};

function everyBlock(words: string): MailBlock[] {
  return [
    { kind: 'heading', text: words },
    { kind: 'text', text: words },
    { kind: 'facts', rows: [{ label: words, value: words }] },
    { kind: 'quote', text: words, author: words },
    { kind: 'button', label: words, url: 'https://app.example.com/leads/1?a=1&b=2' },
    { kind: 'note', text: words },
  ];
}

/** Tags and comments with all their attributes, without the text between them. */
function skeleton(html: string) {
  return html.match(/<[^>]*>/g)?.map((tag) => tag.replace(/(aria-label|alt)="[^"]*"/, '$1'));
}

function decoded(html: string) {
  const characters: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return html.replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => characters[name] ?? '');
}

test('HTML and text say the same', async () => {
  const { subject, html, text } = await renderMail(
    {
      subject: 'New enquiry from Ana',
      blocks: [
        { kind: 'heading', text: 'A new enquiry' },
        { kind: 'text', text: 'First line\nSecond line' },
        { kind: 'facts', rows: [{ label: 'Budget', value: '$4,000' }] },
        { kind: 'quote', text: 'Hello\n\nWe marry in June', author: 'Ana' },
        { kind: 'button', label: 'Open enquiry', url: 'https://app.example.com/leads/1?a=1&b=2' },
        { kind: 'note', text: 'Reply to answer Ana.' },
      ],
    },
    brand,
  );
  assert.equal(subject, 'New enquiry from Ana');
  assert.equal(
    text,
    `A new enquiry

First line
Second line

Budget: $4,000

> Hello
> 
> We marry in June
> — Ana

Open enquiry:
https://app.example.com/leads/1?a=1&b=2

Reply to answer Ana.

-- 
Lumen & Oak
`,
  );
  assert.match(html, /First line<br \/>Second line/);
  assert.match(html, /href="https:\/\/app\.example\.com\/leads\/1\?a=1&amp;b=2"/);
  for (const words of [
    'A new enquiry',
    'Budget',
    '$4,000',
    'Hello<br /><br />We',
    'Open enquiry',
    'Reply to',
    'Ana<',
  ]) {
    assert.ok(html.includes(words), words);
  }
});

const hostile = [
  '</mj-text><mj-text>',
  '</div></td></tr></table><script>alert(1)</script>',
  '<mj-include path="/etc/passwd" type="html" />',
  '"><img src=x onerror=alert(1)>',
  `' onclick='alert(1)`,
  '--><!--[if mso]><script>alert(1)</script><![endif]-->',
  '<![CDATA[ ]]><mj-raw><b>',
  '</title></head><style>body{display:none}</style>',
  '&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &#60;b&#62;',
  "$& $1 $` $' $$",
  '{{x}} {% y %} <%= z %> #{w} @media }',
  'false',
];
for (const words of hostile) {
  test(`text stays text: ${words}`, async () => {
    const benign = await renderMail(
      { ...content, subject: 'words', preheader: 'words' },
      { ...brand, studioName: 'words' },
    );
    const { html } = await renderMail(
      { subject: words, preheader: words, blocks: everyBlock(words) },
      { ...brand, studioName: words },
    );
    assert.deepEqual(skeleton(html), skeleton(benign.html));
    const times = (part: string, whole: string) => whole.split(part).length - 1;
    assert.equal(times(words, decoded(html)), times('words', benign.html));
  });
}

test('a line break in the subject adds no header', async () => {
  const { subject } = await renderMail({ ...content, subject: ' Hello\r\nBcc: eve@example.com\u2028x\u0000 ' }, brand);
  assert.equal(subject, 'Hello Bcc: eve@example.com x');
});

test('a subject can not turn its own direction and ends at 200 characters', async () => {
  const turned = await renderMail({ ...content, subject: 'invoice \u202egpj.exe\u2069' }, brand);
  assert.equal(turned.subject, 'invoice gpj.exe');
  const long = await renderMail({ ...content, subject: '😀'.repeat(300) }, brand);
  assert.equal(Array.from(long.subject).length, 200);
  assert.ok(long.subject.isWellFormed() && long.subject.endsWith('…'));
});

test('lone surrogates and control characters do not reach the mail', async () => {
  const { html, text } = await renderMail({ ...content, blocks: everyBlock('a\ud800b\u0000c\u001b[31m') }, brand);
  for (const body of [html, text]) {
    assert.ok(body.isWellFormed());
    assert.ok(body.includes('a\ufffdbc[31m'));
  }
});

test('the preheader comes first and is hidden', async () => {
  const { html } = await renderMail(content, brand);
  const body = html.slice(html.indexOf('<body'));
  assert.match(body, /^<body[^>]*>\s*<div style="display:none[^"]*">Wedding on 12 June 2027<\/div>/);
});

test('P27 nothing is loaded from elsewhere but the logo', async () => {
  const remote = (html: string) => [...html.matchAll(/(?:src=|url\(|@import|<link)[^>]*/g)].map(([match]) => match);
  const plain = await renderMail(content, brand);
  assert.deepEqual(remote(plain.html), []);
  const logo = await renderMail(content, { ...brand, logoUrl: 'https://files.example.com/logo.png?a=1&b="' });
  assert.equal(remote(logo.html).length, 1);
  assert.match(
    logo.html,
    /<img [^>]*src="https:\/\/files\.example\.com\/logo\.png\?a=1&amp;b=%22" alt="Lumen &amp; Oak"/,
  );
});

for (const logoUrl of ['javascript:alert(1)', 'data:image/png;base64,AAAA', 'logo.png', '']) {
  test(`a logo at "${logoUrl}" gives way to the name`, async () => {
    const { html } = await renderMail(content, { ...brand, logoUrl });
    assert.doesNotMatch(html, /<img/);
    assert.match(html, />Lumen &amp; Oak</);
  });
}

for (const url of ['javascript:alert(1)', 'data:text/html,x', '/leads/1', 'ftp://example.com']) {
  test(`a button to ${url} is refused`, async () => {
    const blocks: MailBlock[] = [{ kind: 'button', label: 'Open', url }];
    await assert.rejects(renderMail({ ...content, blocks }, brand), TypeError);
  });
}

test('a quote in an address stays inside the attribute', async () => {
  const url = `https://example.com/"onclick="x'y<z>?q="onclick="x&lt;#"onclick="x`;
  const { html } = await renderMail({ ...content, blocks: [{ kind: 'button', label: 'Open', url }] }, brand);
  const [anchor = ''] = /<a\s[^>]*>/.exec(html) ?? [];
  assert.deepEqual(
    [...anchor.matchAll(/([\w-]+)="/g)].map(([, name]) => name),
    ['href', 'style', 'target'],
  );
});

test('the words on a button have a contrast of 4.5 on every accent', async () => {
  for (let step = 0; step < 216; step++) {
    const channels = [step % 6, Math.floor(step / 6) % 6, Math.floor(step / 36)];
    const accent = `#${channels.map((channel) => (channel * 51).toString(16).padStart(2, '0')).join('')}`;
    const { html } = await renderMail({ ...content, blocks: everyBlock('words') }, { ...brand, accent });
    const [anchor = ''] = /<a\s[^>]*>/.exec(html) ?? [];
    const [, background = ''] = /background:(#\w{6})/.exec(anchor) ?? [];
    const [, ink = ''] = /;color:(#\w{6})/.exec(anchor) ?? [];
    assert.equal(background, accent);
    assert.ok(contrast(ink, background) >= 4.5, `${ink} on ${background}`);
  }
});

function contrast(a: string, b: string) {
  const luminance = (hex: string) => {
    const value = Number.parseInt(hex.slice(1), 16);
    const [r = 0, g = 0, b = 0] = [value >> 16, (value >> 8) & 255, value & 255].map((channel) =>
      channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

test('an accent that would vanish on a card gets an edge', async () => {
  const borderOf = (html: string) => /<td\s+align="center" bgcolor="[^>]*border:1px solid (#\w{6})/.exec(html)?.[1];
  const white = await renderMail(content, { ...brand, accent: '#ffffff' });
  assert.ok(contrast(borderOf(white.html) ?? '', '#ffffff') >= 3);
  const black = await renderMail(content, { ...brand, accent: '#000000' });
  assert.match(black.html, /<td[^>]*class="edge"/);
  assert.match(black.html, /\.edge table td \{ border-color/);
});

test('an accent that is no colour is not written into the mail', async () => {
  const accent = 'red;background:url(https://evil.example/x)';
  const { html } = await renderMail(content, { ...brand, accent });
  assert.doesNotMatch(html, /evil/);
});

test('an Arabic mail reads from the right', async () => {
  const { html } = await renderMail(content, { ...brand, locale: 'ar' });
  assert.match(html, /<html lang="ar" dir="rtl"/);
  assert.doesNotMatch(html, /direction:ltr|align="left"|border-left/);
  const styles = [...html.matchAll(/style="(font-family:[^"]*)"/g)].map(([, style]) => style);
  assert.ok(styles.length > 0 && styles.every((style) => style?.includes('text-align:right')), styles.join('\n'));
});

test('a mail follows the dark mode of the reader', async () => {
  const { html } = await renderMail(content, brand);
  assert.match(html, /<meta name="color-scheme" content="light dark">/);
  assert.match(html, /@media \(prefers-color-scheme: dark\)/);
});

test('a warm rendering takes less than 50 ms of the event loop', async () => {
  await renderMail(content, brand);
  const times: number[] = [];
  for (let i = 0; i < 21; i++) {
    const startedAt = performance.now();
    await renderMail(content, brand);
    times.push(performance.now() - startedAt);
  }
  const median = times.sort((a, b) => a - b)[10] ?? Number.POSITIVE_INFINITY;
  assert.ok(median < 50, `${median} ms`);
});

const names: [name: string, shown: string][] = [
  ['Lumen Photography', 'Lumen Photography <studio@example.com>'],
  ['Müller & Söhne', 'Müller & Söhne <studio@example.com>'],
  ['استوديو النور', 'استوديو النور <studio@example.com>'],
  ['Oak, Inc.', '"Oak, Inc." <studio@example.com>'],
  ['a" <eve@example.com>, "b', '"a\\" <eve@example.com>, \\"b" <studio@example.com>'],
  ['back\\slash', '"back\\\\slash" <studio@example.com>'],
  ['x\r\nBcc: eve@example.com', '"x Bcc: eve@example.com" <studio@example.com>'],
  ['  ', 'studio@example.com'],
];
for (const [name, shown] of names) {
  test(`the sender ${JSON.stringify(name)} is written as one mailbox`, () => {
    assert.equal(mailbox(name, 'studio@example.com'), shown);
  });
}
