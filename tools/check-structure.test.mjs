import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { checkStructure } from './check-structure.mjs';

const house = {
  'sdk/operations.ts': 'export const operations = {};',
  'server/modules.ts': `import account from './account/module.ts';
    import notes from './notes/module.ts';
    import leads from './leads/module.ts';
    export const modules = [account, notes, leads] as const;`,
  'server/account/module.ts': 'export default {};',
  'server/account/service.ts': 'export const find = () => 1;',
  'server/account/ports.ts': 'export interface Port {}',
  'server/notes/module.ts': 'export default {};',
  'server/leads/module.ts': 'export default {};',
  'server/leads/service.ts': 'export const send = () => 1;',
  'server/platform/config.ts': 'export const readConfig = () => process.env;',
};

/** What the check says about the house above with some files added, one line a problem. */
function problemsWith(files) {
  const folder = mkdtempSync(join(tmpdir(), 'alloza-structure-'));
  try {
    for (const [path, text] of Object.entries({ ...house, ...files })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return checkStructure(folder).map(({ file, message }) => `${file} ${message}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function refuses(files, ...expected) {
  const problems = problemsWith(files);
  assert.equal(problems.length, expected.length, problems.join('\n'));
  for (const [i, pattern] of expected.entries()) assert.match(problems[i], pattern);
}

const accepts = (files) => assert.deepEqual(problemsWith(files), []);

test('a house that keeps the rules passes', () => {
  accepts({
    'server/leads/intake.ts': `import * as account from '../account/service.ts';
      import type { Port } from '../account/ports.ts';
      import { readConfig } from '../platform/config.ts';
      import type { paths } from '@alloza/sdk/schema';`,
    'server/platform/contract.ts': `import { operations } from '../../sdk/operations.ts';`,
    'server/app.ts': `import { modules } from './modules.ts'; import { mailer } from './vendors/resend.ts';`,
    'server/vendors/resend.ts': `import type { Port } from '../account/ports.ts'; const load = () => import('resend');`,
    'server/journeys/lead.test.ts': `import { createClient } from '@alloza/sdk'; process.env.TEST_POSTGRES_URL;`,
    'widgets/base/client.ts': `import { createClient } from '@alloza/sdk';`,
    'examples/script/main.mjs': `import { createClient } from '@alloza/sdk'; import './own.mjs';`,
    'examples/script/own.mjs': '',
  });
});

test('a room may not import a later room, even a type of it', () => {
  refuses(
    { 'server/notes/service.ts': `import type { Lead } from '../leads/service.ts';` },
    /^server\/notes\/service\.ts notes may not import leads: leads comes later; emit an event$/,
  );
});

test('a room enters an earlier room only by its doors', () => {
  refuses(
    { 'server/leads/a.ts': `import { x } from '../account/queries.ts';` },
    /doors are service\.ts and entities\.ts/,
  );
  refuses({ 'server/leads/a.ts': `import { Port } from '../account/ports.ts';` }, /only types .* "import type"/);
  accepts({ 'server/leads/a.ts': `import { type Port } from '../account/ports.ts';` });
});

test('the ground floor knows no room, and no floor imports the top', () => {
  refuses(
    { 'server/platform/a.ts': `import { find } from '../account/service.ts';` },
    /platform may not import account/,
  );
  refuses(
    { 'server/leads/a.ts': `import { createApp } from '../app.ts';`, 'server/app.ts': '' },
    /leads may not import app\.ts/,
  );
});

test('rooms declare ports instead of importing vendors, and each vendor stands alone', () => {
  const vendor = { 'server/vendors/resend.ts': '' };
  refuses(
    { ...vendor, 'server/leads/a.ts': `import { m } from '../vendors/resend.ts';` },
    /declare what it needs in ports\.ts/,
  );
  refuses({ ...vendor, 'server/vendors/stripe.ts': `import { m } from './resend.ts';` }, /each vendor stands alone/);
  refuses(
    { 'server/vendors/stripe.ts': `import { find } from '../account/service.ts';` },
    /only the types of a room's ports\.ts/,
  );
});

test('vendor packages stay in server/vendors, imported in whatever way', () => {
  refuses({ 'server/leads/a.ts': `import { Resend } from 'resend';` }, /only server\/vendors\/ knows vendors/);
  refuses({ 'server/app.ts': `await import('@sentry/node');` }, /imports @sentry\/node/);
});

test('packages depend in one direction only', () => {
  refuses({ 'sdk/client.ts': `import ky from 'ky';` }, /the SDK depends on nothing/);
  refuses({ 'widgets/a.ts': `import { x } from '@alloza/server/app';` }, /widgets may not import server/);
  refuses({ 'widgets/a.ts': `import { x } from '../server/account/service.ts';` }, /reaches into server\/ by path/);
  refuses({ 'server/leads/a.ts': `import { createClient } from '@alloza/sdk';` }, /only types from the SDK/);
  refuses({ 'server/leads/a.ts': `import { operations } from '@alloza/sdk/operations';` }, /only types from the SDK/);
  refuses({ 'examples/a/b.mjs': `import '../../sdk/index.ts';` }, /by its name/);
  refuses({ 'examples/a/b.mjs': `import '../c/d.mjs';` }, /reaches out of its own example/);
});

test('a cycle of value imports is named once; types and lazy imports make none', () => {
  refuses(
    { 'sdk/a.ts': `import { b } from './b.ts';`, 'sdk/b.ts': `import { a } from './a.ts';` },
    /^sdk\/a\.ts imports itself through sdk\/b\.ts -> sdk\/a\.ts/,
  );
  accepts({ 'sdk/a.ts': `import type { b } from './b.ts';`, 'sdk/b.ts': `import { a } from './a.ts';` });
  accepts({ 'sdk/a.ts': `const b = () => import('./b.ts');`, 'sdk/b.ts': `import { a } from './a.ts';` });
});

test('a hand-written file ends by line 400; a generated one may be longer', () => {
  accepts({
    'sdk/a.ts': '//\n'.repeat(400),
    'sdk/schema.ts': '//\n'.repeat(900),
    'sdk/b.generated.ts': '//\n'.repeat(900),
  });
  refuses({ 'sdk/a.ts': '//\n'.repeat(401) }, /has 401 lines; split it/);
});

test('the environment is read in config.ts alone', () => {
  refuses({ 'server/leads/a.ts': 'const x = process.env.HOME;' }, /take it from ctx\.config/);
  accepts({ 'server/leads/a.ts': '// process.env is read elsewhere' });
});

test('files and rooms have the names that every room uses', () => {
  refuses({ 'server/leads/index.ts': '' }, /is a barrel/);
  refuses({ 'server/leads/utils.ts': '' }, /is a name no room uses/);
  refuses({ 'sdk/myFile.ts': '' }, /kebab-case/);
  refuses({ 'server/extras/module.ts': '' }, /is not in server\/modules\.ts/);
  refuses({ 'server/leads/module.ts': '', 'server/modules.ts': '' }, /server\/modules\.ts must import/);
});

test('a room without a door is named', () => {
  const modules = house['server/modules.ts'].replaceAll('notes', 'tasks');
  refuses(
    { 'server/modules.ts': modules, 'server/tasks/service.ts': '' },
    /server\/notes is not in/,
    /server\/tasks has no module/,
  );
});
