import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createClient } from '@alloza/sdk';
import { eventually, startTestServer } from '../platform/testing.ts';

const script = fileURLToPath(new URL('../../examples/node-sdk/send-enquiry.ts', import.meta.url));

test('the script of examples/node-sdk enters one enquiry however often it runs, and follows it', async () => {
  await using server = await startTestServer({ ALLOZA_SEED: 'demo' });
  const { secretKey } = (await (await fetch(`${server.url}/sandbox/credentials.json`)).json()) as { secretKey: string };
  const alloza = createClient({ secretKey, baseUrl: server.url });
  const run = (followSeconds: string) => {
    const env = {
      PATH: process.env.PATH,
      ALLOZA_KEY: secretKey,
      ALLOZA_URL: server.url,
      FOLLOW_SECONDS: followSeconds,
    };
    const child = spawn(process.execPath, ['--conditions=alloza-source', script, 'test'], { env });
    const output: string[] = [];
    child.stdout.on('data', (chunk) => output.push(String(chunk)));
    child.stderr.on('data', (chunk) => output.push(String(chunk)));
    return { output, ended: once(child, 'exit') };
  };
  const first = run('20');
  await eventually('the enquiry', () => first.output.join('').includes('entered lead_'));
  const id = /entered (\S+)/.exec(first.output.join(''))![1]!;
  const { stages } = await alloza.leadPipeline.get();
  await eventually('the script to follow', () => server.app.services.live.readerCount() > 0);
  await alloza.leads.move(id, { status: 'open', stageId: stages[1]!.id });
  const [code] = await first.ended;
  assert.equal(code, 0, first.output.join(''));
  assert.match(first.output.join(''), /lead\.moved at /);

  const second = run('0.3');
  assert.equal((await second.ended)[0], 0, second.output.join(''));
  assert.ok(second.output.join('').includes(`entered ${id}`));
  assert.equal((await alloza.leads.list({ q: 'Ines Hartmann' })).items.length, 1);
});
