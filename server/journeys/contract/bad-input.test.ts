import assert from 'node:assert/strict';
import { after, before, type Mock, mock, test } from 'node:test';
import { startTestServer } from '../../platform/testing.ts';
import { openStudio } from '../../platform/testing-studio.ts';
import { testBadAddresses } from './bad-addresses.ts';
import { testBadBodies } from './bad-bodies.ts';
import { testBadEmails } from './bad-emails.ts';
import { testBadFraming } from './bad-framing.ts';
import type { Bench } from './bad-requests.ts';
import { testBadSizes } from './bad-sizes.ts';
import { testBadText } from './bad-text.ts';

/** One server for all themes; what each of them needs is there when its tests run. */
const bench = {} as Bench;
let faults: Mock<(...args: unknown[]) => void>;

before(async () => {
  bench.server = await startTestServer({ TRUSTED_PROXIES: '1' });
  bench.studio = await openStudio(bench.server);
  bench.contract = bench.server.app.layer.contract;
  bench.withBody = bench.contract.operations.filter(({ body }) => Object.keys(body).length > 0);
  bench.withJson = bench.withBody.filter(({ body }) => Object.keys(body).some((type) => type.endsWith('json')));
  faults = mock.method(bench.server.app.services.log, 'error');
});
after(() => bench.server?.stop());

testBadBodies(bench);
testBadSizes(bench);
testBadFraming(bench);
testBadText(bench);
testBadEmails(bench);
testBadAddresses(bench);

test('nothing of all this was a fault of ours: the log has no error, and the server lives on', async () => {
  assert.deepEqual(
    faults.mock.calls.map(({ arguments: [about] }) => about),
    [],
  );
  assert.equal((await fetch(`${bench.server.url}/readyz`)).status, 200);
});
