import { AllozaError } from '@alloza/sdk/core';
import { aTimeout, expect } from '@open-wc/testing';
import { difference } from './diff.ts';
import { embedCode } from './embed-code.ts';
import { Later } from './later.ts';
import { viewProblem } from './problems.ts';
import { moveItem } from './reorder.ts';
import { sampleForms } from './testing/fixtures.ts';
import { Toasts, toastTime } from './toasts.ts';

describe('difference', () => {
  it('holds only what changed, inside of objects too', () => {
    const stored = {
      name: 'A',
      tags: ['x'],
      sender: { name: 'A', replyTo: 'a@example.com' },
      intro: null as string | null,
    };
    expect(difference(stored, { ...stored })).to.equal(undefined);
    expect(difference(stored, { ...stored, sender: { ...stored.sender, name: 'B' } })).to.deep.equal({
      sender: { name: 'B' },
    });
    expect(difference(stored, { tags: ['x', 'y'], intro: '' })).to.deep.equal({ tags: ['x', 'y'], intro: '' });
  });
});

describe('moveItem', () => {
  it('moves within the list and never loses anything', () => {
    expect(moveItem(['a', 'b', 'c'], 0, 2)).to.deep.equal(['b', 'c', 'a']);
    expect(moveItem(['a', 'b', 'c'], 2, 0)).to.deep.equal(['c', 'a', 'b']);
    for (const [from, to] of [
      [0, 3],
      [0, -1],
      [5, 0],
      [1, 1],
    ] as const)
      expect(moveItem(['a', 'b', 'c'], from, to)).to.deep.equal(['a', 'b', 'c']);
  });
});

describe('viewProblem', () => {
  const problem = (
    status: number,
    code: 'not_found' | 'version_stale' | 'network_error',
    errors?: { pointer: string; code: string; message: string }[],
  ) =>
    viewProblem(
      new AllozaError('x', {
        code,
        status,
        problem: { type: '', title: '', status, code: 'not_found', requestId: 'r', errors },
        requestId: 'r',
        retryable: false,
      }),
    );

  it('tells kinds apart', () => {
    expect(problem(404, 'not_found').kind).to.equal('missing');
    expect(problem(412, 'version_stale').kind).to.equal('stale');
    expect(problem(409, 'not_found').kind).to.equal('refused');
    expect(problem(403, 'not_found').kind).to.equal('forbidden');
    expect(problem(429, 'not_found').kind).to.equal('busy');
    expect(problem(500, 'not_found').kind).to.equal('broken');
    expect(problem(0, 'network_error').kind).to.equal('offline');
    expect(viewProblem(new Error('x')).kind).to.equal('broken');
  });

  it('names the fields that pointers point at', () => {
    const { fields } = problem(422, 'not_found', [
      { pointer: '/name', code: 'x', message: 'is empty' },
      { pointer: '/origins/0', code: 'x', message: 'is no address' },
    ]);
    expect(fields).to.deep.equal({ name: 'is empty', origins: 'is no address' });
  });
});

describe('embedCode', () => {
  const [form] = sampleForms();
  const code = embedCode({
    baseUrl: 'https://app.example/',
    slug: 'lumen-and-oak',
    publishableKey: 'pk_live_1',
    form: { ...form!, submitLabel: 'Send "now" <b>' },
    currency: 'EUR',
    words: { from: 'From', upTo: 'Up to', yes: 'Yes', no: 'No' },
  });

  it('is a script, the element with key and form, and a plain form that posts to the product', () => {
    const page = new DOMParser().parseFromString(code, 'text/html');
    expect(page.querySelector('script')!.getAttribute('src')).to.equal('https://app.example/v1/alloza.js');
    const element = page.querySelector('alloza-lead-form')!;
    expect(element.getAttribute('publishable-key')).to.equal('pk_live_1');
    expect(element.getAttribute('form')).to.equal('lform_weddings');
    const plain = element.querySelector('form')!;
    expect(plain.getAttribute('action')).to.equal('https://app.example/f/lumen-and-oak/lform_weddings');
    expect(plain.getAttribute('method')).to.equal('post');
    const names = [...new Set([...plain.querySelectorAll('[name]')].map((control) => control.getAttribute('name')))];
    expect(names).to.deep.equal([
      'name',
      'email',
      'phone',
      'projectType',
      'eventDate',
      'budget.min',
      'budget.max',
      'style',
      'message',
      'consent.email',
    ]);
    expect(plain.querySelector('[name=name]')!.hasAttribute('required')).to.equal(true);
  });

  it('keeps the studio’s words as text', () => {
    const page = new DOMParser().parseFromString(code, 'text/html');
    expect(page.querySelector('button')!.textContent).to.equal('Send "now" <b>');
  });
});

describe('Toasts', () => {
  it('keeps the newest three and undoes the last', async () => {
    const toasts = new Toasts();
    let undone = 0;
    for (const text of ['a', 'b', 'c', 'd']) toasts.show({ text, action: { label: 'Undo', run: () => void undone++ } });
    expect(toasts.items.map(({ text }) => text)).to.deep.equal(['b', 'c', 'd']);
    const { id, text } = toasts.undoable!;
    expect(text).to.equal('d');
    await toasts.act(id);
    await toasts.act(id);
    expect(undone).to.equal(1);
    expect(toastTime({ tone: 'done' })).to.be.below(toastTime({ tone: 'problem' }));
  });
});

describe('Later', () => {
  it('waits, can be taken back, and is done at once when the screen goes', async () => {
    const later = new Later();
    const ran: string[] = [];
    later.add('a', () => ran.push('a'), 10);
    later.add('b', () => ran.push('b'), 10);
    later.add('c', () => ran.push('c'), 10_000);
    expect(later.cancel('b')).to.equal(true);
    expect(later.has('c')).to.equal(true);
    await aTimeout(40);
    expect(ran).to.deep.equal(['a']);
    later.close();
    expect(ran).to.deep.equal(['a', 'c']);
  });
});
