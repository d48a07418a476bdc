import { aTimeout, expect } from '@open-wc/testing';
import { challenge } from '../testing/lead-forms.ts';
import { Proof, solve } from './proof.ts';

const read = (header: string) => JSON.parse(atob(header));
const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytes = (text: string) => new Uint8Array(text.match(/../g)!.map((pair) => Number.parseInt(pair, 16)));

describe('proof of work', () => {
  it('is a key that begins as asked, derived from nonce and counter', async () => {
    const text = challenge().challenge;
    const { challenge: sent, solution } = read(await solve(text));
    expect(sent).to.deep.equal(JSON.parse(text));
    const { nonce, salt, cost, keyPrefix } = sent.parameters;
    const password = new Uint8Array([...bytes(nonce), 0, 0, solution.counter >> 8, solution.counter & 255]);
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
    const rules = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations: cost };
    expect(hex(new Uint8Array(await crypto.subtle.deriveBits(rules, key, 256)))).to.equal(solution.derivedKey);
    expect(solution.derivedKey.startsWith(keyPrefix)).to.equal(true);
  });

  it('leaves the page free while it works', async () => {
    const hard = JSON.parse(challenge().challenge);
    Object.assign(hard.parameters, { cost: 20_000, keyPrefix: '00' });
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    );
    observer.observe({ entryTypes: ['longtask'] });
    const started = performance.now();
    await solve(JSON.stringify(hard));
    const took = performance.now() - started;
    await aTimeout(20);
    observer.disconnect();
    // A share, since a busy machine stretches a task that is short by itself; solving on the page's thread fills it all.
    expect(tasks.reduce((sum, duration) => sum + duration, 0) / took, `share of ${took} ms`).to.be.below(0.2);
  }).timeout(20_000);

  it('is asked for once, however often it is wanted', async () => {
    let asked = 0;
    const proof = new Proof(async () => {
      asked++;
      return challenge();
    });
    proof.prepare();
    proof.begin();
    const headers = await Promise.all([proof.header(), proof.header()]);
    expect(asked).to.equal(1);
    expect(headers[0]).to.equal(headers[1]);
    proof.discard();
    expect(await proof.header()).to.not.equal(headers[0]);
    expect(asked).to.equal(2);
  });

  it('waits until the server will take it', async () => {
    const proof = new Proof(async () => challenge({ notBefore: new Date(Date.now() + 250).toISOString() }));
    const started = Date.now();
    await proof.header();
    expect(Date.now() - started).to.be.at.least(240);
  });

  it('does not wait for hours on a clock that is behind', async () => {
    const ahead = (ms: number) => new Date(Date.now() + 3_600_000 + ms).toISOString();
    const proof = new Proof(async () => challenge({ notBefore: ahead(1000), expiresAt: ahead(60_000) }));
    const waited = await Promise.race([proof.header().then(() => 'sent'), aTimeout(5500).then(() => 'still waiting')]);
    expect(waited).to.equal('sent');
  }).timeout(8000);

  it('takes a new challenge in place of an expired one', async () => {
    let asked = 0;
    const proof = new Proof(async () => {
      const lifetime = asked++ === 0 ? 4000 : 60_000;
      const now = Date.now();
      return challenge({ notBefore: new Date(now).toISOString(), expiresAt: new Date(now + lifetime).toISOString() });
    });
    await proof.header();
    expect(asked).to.equal(2);
  });

  it('tries again after a failure to fetch', async () => {
    let asked = 0;
    const proof = new Proof(async () => {
      if (asked++ === 0) throw new Error('offline');
      return challenge();
    });
    proof.prepare();
    await aTimeout(0);
    expect(read(await proof.header())).to.have.property('solution');
  });
});
