import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Caller } from './authenticate.ts';
import { noWorkspace } from './database.ts';
import { admit, originAllowed, type Provenance, requireOwnPage } from './guard.ts';
import type { Operation } from './openapi.ts';
import { Problem } from './problem.ts';

const own = 'https://app.example';
const site = 'https://studio.example';
const everyone: Operation['auth'] = { publishable: true, session: 'member', secret: 'leads:read' };

const caller = (credential: Caller['credential'], more: Partial<Caller> = {}): Caller => ({
  credential,
  id: 'id',
  workspaceId: 'workspace',
  ...more,
});

/** The code an operation with these rights answers, or `admitted`. */
function verdict(auth: Operation['auth'], who: Caller, from: Partial<Provenance> = {}): string {
  try {
    admit({ auth } as Operation, who, { method: 'GET', origin: undefined, fetchSite: undefined, ...from }, own);
    return 'admitted';
  } catch (error) {
    assert.ok(error instanceof Problem);
    return error.code;
  }
}

test('without a credential only what needs none is open', () => {
  assert.equal(verdict('none', caller('none')), 'admitted');
  for (const auth of [everyone, { session: 'user' } as const, {}])
    assert.equal(verdict(auth, caller('none')), 'unauthenticated');
});

test('a member needs a role that reaches, in a workspace that is named', () => {
  const roles = ['member', 'manager', 'owner'] as const;
  for (const [needed, session] of roles.entries()) {
    for (const [has, role] of roles.entries())
      assert.equal(
        verdict({ session }, caller('session', { role })),
        has >= needed ? 'admitted' : 'forbidden',
        `${role} for ${session}`,
      );
  }
  assert.equal(verdict({ session: 'member' }, caller('session', { workspaceId: noWorkspace })), 'forbidden');
  assert.equal(
    verdict({ session: 'member' }, caller('session', { workspaceId: noWorkspace, role: 'owner' })),
    'forbidden',
  );
  assert.equal(verdict({ session: 'user' }, caller('session', { workspaceId: noWorkspace })), 'admitted');
  assert.equal(verdict({ secret: 'leads:read' }, caller('session', { role: 'owner' })), 'credential_not_allowed');
});

test('a session counts on our own pages only', () => {
  const member = caller('session', { role: 'owner' });
  for (const method of ['POST', 'PATCH', 'PUT', 'DELETE']) {
    assert.equal(verdict({ session: 'member' }, member, { method, origin: own }), 'admitted');
    for (const origin of [
      undefined,
      'null',
      site,
      'http://app.example',
      'https://app.example.evil',
      'https://app.example:444',
      'https://x.app.example',
    ])
      assert.equal(
        verdict({ session: 'member' }, member, { method, origin }),
        'csrf_refused',
        `${method} from ${origin}`,
      );
    assert.equal(
      verdict({ session: 'member' }, member, { method, origin: undefined, fetchSite: 'same-origin' }),
      'csrf_refused',
    );
  }
  assert.equal(
    verdict({ session: 'member' }, member, { origin: site }),
    'csrf_refused',
    'reading too, where an origin is told',
  );
  assert.equal(verdict({ session: 'member' }, member), 'admitted');
});

test('a secret key does what its scopes say, and nothing from a browser', () => {
  const key = caller('secret', { scopes: ['leads:read'] });
  assert.equal(verdict({ secret: 'leads:read' }, key), 'admitted');
  assert.equal(verdict({ secret: 'leads:write' }, key), 'forbidden');
  assert.equal(verdict({ secret: 'leads' }, key), 'forbidden');
  assert.equal(verdict({ session: 'member' }, key), 'credential_not_allowed');
  assert.equal(verdict({ secret: 'leads:read' }, caller('secret')), 'forbidden');
  for (const from of [{ origin: own }, { origin: 'null' }, { fetchSite: 'cross-site' }, { fetchSite: 'none' }])
    assert.equal(verdict({ secret: 'leads:read' }, key, from), 'secret_key_in_browser');
});

test('a publishable key opens public operations to the origins on its list', () => {
  const key = caller('publishable', { origins: [site] });
  assert.equal(verdict(everyone, key, { origin: site }), 'admitted');
  assert.equal(verdict(everyone, key, { origin: own }), 'admitted', 'our own hosted pages');
  assert.equal(verdict(everyone, key, { origin: 'https://evil.example' }), 'origin_not_allowed');
  assert.equal(verdict(everyone, key), 'origin_not_allowed', 'no browser');
  assert.equal(
    verdict(everyone, caller('publishable'), { origin: 'https://any.example' }),
    'admitted',
    'an empty list is any origin',
  );
  for (const auth of [{ session: 'member', secret: 'leads:read' } as const, { publishable: false }])
    assert.equal(verdict(auth, key, { origin: site }), 'credential_not_allowed');
});

test('an origin is on the list by scheme, host and port, or by one label for a wildcard', () => {
  const listed = ['https://studio.example', 'http://localhost:8080', 'https://*.shop.example'];
  for (const origin of [...listed.slice(0, 2), 'https://a.shop.example', 'https://a-1.shop.example', own])
    assert.equal(originAllowed(origin, listed, own), true, origin);
  const spoofs = [
    ...[
      'http://studio.example',
      'https://studio.example:443',
      'https://studio.example.',
      'https://studio.example/',
      'https://Studio.example',
    ],
    ...[
      'https://studio.example.evil.com',
      'https://evil-studio.example',
      'https://studio.example@evil.com',
      'https://evil.com#studio.example',
    ],
    ...[
      'https://xstudio.example',
      'https://studio.exampl',
      'null',
      '',
      'https://',
      'file://',
      '*',
      'https://*.shop.example',
    ],
    ...[
      'https://shop.example',
      'https://a.b.shop.example',
      'https://.shop.example',
      'http://a.shop.example',
      'https://ashop.example',
    ],
    ...[
      'https://evil.com/.shop.example',
      'https://a.shop.example:8443',
      'https://a_b.shop.example',
      'https://a.shop.example.evil.com',
    ],
    ...[
      'http://localhost',
      'http://localhost:80801',
      'https://localhost:8080',
      'http://127.0.0.1:8080',
      'https://a%2eb.shop.example',
    ],
  ];
  for (const origin of spoofs) assert.equal(originAllowed(origin, listed, own), false, origin);
});

test('open operations are for our pages and for programs, not for other sites', () => {
  const post = (origin: string | undefined, fetchSite: string | undefined, cookie: boolean): boolean => {
    try {
      requireOwnPage({ method: 'POST', origin, fetchSite }, own, cookie);
      return true;
    } catch {
      return false;
    }
  };
  assert.equal(post(own, 'same-origin', true), true);
  assert.equal(post(undefined, undefined, false), true, 'a program');
  assert.equal(post(undefined, undefined, true), false, 'a cookie never without its page');
  assert.equal(post(undefined, 'cross-site', false), false);
  assert.equal(post('null', undefined, false), false);
  assert.equal(post(site, 'cross-site', false), false);
});
