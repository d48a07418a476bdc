import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import type { PropertyDeclarations } from 'lit';
import { leadFormResponder, studio } from '../testing/lead-forms.ts';
import { held, problem } from '../testing/responder.ts';
import { define } from './define.ts';
import { AllozaElement } from './element.ts';
import { RequestTask } from './request-task.ts';
import { version } from './version.ts';

/** The smallest widget: it shows the studio's name. */
class TestName extends AllozaElement {
  static override properties: PropertyDeclarations = { topic: {} };
  declare topic?: string;
  breaks = false;
  runs = 0;
  readonly load = new RequestTask(this, {
    args: () => [this.topic] as const,
    task: async (_args, { connection }) => {
      this.runs++;
      return connection.workspace();
    },
  });

  protected override render() {
    if (this.breaks) throw new Error('a fault of ours');
    return this.load.value?.name ?? '';
  }
}
define('test-name', TestName);

const settled = async (element: TestName) => {
  await waitUntil(() => element.matches(':state(ready)') || element.matches(':state(failed)'));
  await element.updateComplete;
};

/** Events and console lines while something happens. */
async function heard(work: () => Promise<unknown>) {
  const failures: unknown[] = [];
  const uncaught: unknown[] = [];
  const onFailure = (event: Event) => failures.push((event as CustomEvent).detail);
  const onUncaught = (event: Event) => uncaught.push(event);
  document.addEventListener('alloza-error', onFailure);
  addEventListener('error', onUncaught);
  addEventListener('unhandledrejection', onUncaught);
  await work();
  await nextFrame();
  document.removeEventListener('alloza-error', onFailure);
  removeEventListener('error', onUncaught);
  removeEventListener('unhandledrejection', onUncaught);
  return { failures, uncaught };
}

const alone = (fetch: AllozaElement['fetch']) =>
  html`<test-name publishable-key="pk_test_1" base-url="https://api.example" .fetch=${fetch}></test-name>`;

describe('AllozaElement', () => {
  it('makes its own connection from its attributes', async () => {
    const responder = leadFormResponder();
    const element = await fixture<TestName>(alone(responder.fetch));
    await settled(element);
    expect(element.shadowRoot!.textContent).to.equal(studio.name);
    expect(responder.seen[0]!.headers.get('authorization')).to.equal('Bearer pk_test_1');
  });

  it('asks the origin that its script came from when no address is given', async () => {
    const urls: string[] = [];
    const fetch = async (request: Request) => {
      urls.push(request.url);
      return Response.json(studio);
    };
    await settled(await fixture<TestName>(html`<test-name publishable-key="pk_test_1" .fetch=${fetch}></test-name>`));
    expect(urls).to.deep.equal([`${location.origin}/v1/workspace/public`]);
  });

  it('keeps a fault of its own to itself and tells the page by an event', async () => {
    const element = await fixture<TestName>(alone(leadFormResponder().fetch));
    await settled(element);
    const { failures, uncaught } = await heard(async () => {
      element.breaks = true;
      element.requestUpdate();
      await element.updateComplete;
    });
    expect(uncaught).to.deep.equal([]);
    expect(failures).to.deep.equal([{ code: 'unexpected', message: 'a fault of ours', retryable: false }]);
  });

  it('tells code, retry and request id of a failed request, once', async () => {
    const responder = leadFormResponder(undefined, { 'workspace.public': () => problem(403, 'origin_not_allowed') });
    const { failures, uncaught } = await heard(async () => settled(await fixture<TestName>(alone(responder.fetch))));
    expect(uncaught).to.deep.equal([]);
    expect(failures).to.deep.equal([
      {
        code: 'origin_not_allowed',
        message: 'A problem',
        retryable: false,
        requestId: 'req_01jd3x3k1fek6vw2bqk5yj7c9n',
      },
    ]);
  });

  it('loads nothing twice when it is taken out of the page and put back', async () => {
    const element = await fixture<TestName>(alone(leadFormResponder().fetch));
    await settled(element);
    const parent = element.parentElement!;
    element.remove();
    await nextFrame();
    parent.append(element);
    await element.updateComplete;
    expect(element.runs).to.equal(1);
    expect(element.shadowRoot!.textContent).to.equal(studio.name);
  });

  it('shows only the newest answer', async () => {
    const answers = [held<object>(), held<object>()];
    let asked = 0;
    const responder = leadFormResponder(undefined, { 'workspace.public': () => answers[asked++]!.promise });
    const element = await fixture<TestName>(alone(responder.fetch));
    await waitUntil(() => asked === 1);
    element.baseUrl = 'https://other.example';
    await waitUntil(() => asked === 2);
    answers[1]!.release({ ...studio, name: 'Second' });
    await settled(element);
    answers[0]!.release({ ...studio, name: 'First' });
    await nextFrame();
    expect(element.shadowRoot!.textContent).to.equal('Second');
  });
});

describe('define', () => {
  it('lets the first definition stay and never throws', () => {
    class Other extends HTMLElement {}
    define('test-name', Other);
    expect(customElements.get('test-name')).to.equal(TestName);
  });

  it('warns once when another version is on the page, naming both', () => {
    const versions = (globalThis as unknown as Record<symbol, Map<string, string>>)[Symbol.for('alloza.versions')]!;
    versions.set('test-name', '9.9.9');
    const lines: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => lines.push(line);
    define('test-name', class extends HTMLElement {});
    define('test-name', class extends HTMLElement {});
    console.warn = warn;
    expect(lines).to.deep.equal([`<test-name> 9.9.9 is on this page already, so ${version} is left out.`]);
  });
});
