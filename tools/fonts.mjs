/**
 * Fonts for screenshots and PDFs on a machine that has none: they come from npm as WOFF, which the browser's own
 * fontconfig lists but can't draw, so each is unpacked into the OpenType file it wraps.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { inRoot } from './paths.mjs';

const weights = [400, 500, 600, 700];
const scripts = {
  'noto-sans': ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'],
  'noto-sans-arabic': ['arabic'],
  'noto-sans-jp': ['japanese'],
};

const files = [
  ...Object.entries(scripts).flatMap(([family, subsets]) =>
    subsets.flatMap((subset) => weights.map((weight) => `${family}/files/${family}-${subset}-${weight}-normal.woff`)),
  ),
  ...['latin', 'latin-ext'].map((subset) => `noto-sans/files/noto-sans-${subset}-400-italic.woff`),
  'noto-color-emoji/files/noto-color-emoji-emoji-400-normal.woff',
];

/** Unpacks a WOFF 1.0 font (https://www.w3.org/TR/WOFF/) into the sfnt file it was made from. */
export function unpackWoff(woff) {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is not a WOFF 1.0 font');
  const count = woff.readUInt16BE(12);
  const directoryEnd = 12 + count * 16;
  const tables = Array.from({ length: count }, (_, i) => {
    const at = 44 + i * 20;
    const offset = woff.readUInt32BE(at + 4);
    const packed = woff.subarray(offset, offset + woff.readUInt32BE(at + 8));
    const length = woff.readUInt32BE(at + 12);
    const tag = woff.subarray(at, at + 4);
    return { tag, checksum: woff.readUInt32BE(at + 16), data: packed.length < length ? inflateSync(packed) : packed };
  });
  const padded = (length) => (length + 3) & ~3;
  const sfnt = Buffer.alloc(tables.reduce((size, table) => size + padded(table.data.length), directoryEnd));
  const power = Math.floor(Math.log2(count));
  woff.copy(sfnt, 0, 4, 8);
  sfnt.writeUInt16BE(count, 4);
  sfnt.writeUInt16BE(2 ** power * 16, 6);
  sfnt.writeUInt16BE(power, 8);
  sfnt.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
  let offset = directoryEnd;
  tables.forEach(({ tag, checksum, data }, i) => {
    const at = 12 + i * 16;
    tag.copy(sfnt, at);
    sfnt.writeUInt32BE(checksum, at + 4);
    sfnt.writeUInt32BE(offset, at + 8);
    sfnt.writeUInt32BE(data.length, at + 12);
    data.copy(sfnt, offset);
    offset += padded(data.length);
  });
  return sfnt;
}

const config = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${folder}/cache</cachedir>
${['sans-serif', 'system-ui', 'serif', 'monospace']
  .map((name) => `  <alias><family>${name}</family><prefer><family>Noto Sans</family></prefer></alias>`)
  .join('\n')}
</fontconfig>
`;

/** Makes the fonts ready below `.cache` (once) and returns the path of their fonts.conf, for `FONTCONFIG_FILE`. */
export async function ensureFonts() {
  const packages = ['noto-sans', 'noto-sans-arabic', 'noto-sans-jp', 'noto-color-emoji'];
  const versions = await Promise.all(
    packages.map(async (name) => JSON.parse(await readFile(source(`${name}/package.json`), 'utf8')).version),
  );
  const key = createHash('sha256')
    .update(JSON.stringify([versions, files]))
    .digest('hex')
    .slice(0, 12);
  const folder = inRoot('.cache', `fonts-${key}`);
  const fontsConf = join(folder, 'fonts.conf');
  if (existsSync(fontsConf)) return fontsConf;

  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  await Promise.all(
    files.map(async (file) => {
      const name = file.split('/').at(-1).replace(/woff$/, 'ttf');
      await writeFile(join(unfinished, name), unpackWoff(await readFile(source(file))));
    }),
  );
  await writeFile(join(unfinished, 'fonts.conf'), config(folder));
  await moveInto(unfinished, folder);
  return fontsConf;
}

const source = (file) => inRoot('node_modules', '@fontsource', file);

/** Puts a finished folder in its place; when another process was first, its folder is kept. */
export async function moveInto(unfinished, folder) {
  try {
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
