import { fixture, html, waitUntil } from '@open-wc/testing';
import '../define/alloza-lead-form.ts';
import type { AllozaLeadForm } from '../lead-form/lead-form.ts';
import type { Responder } from './responder.ts';

/** Renders a form that talks to a responder and waits until it is shown. */
export async function show(responder: Responder, content: unknown = ''): Promise<AllozaLeadForm> {
  const element = await fixture<AllozaLeadForm>(
    html`<alloza-lead-form publishable-key="pk_test_1" base-url="https://api.example" .fetch=${responder.fetch}
      >${content}</alloza-lead-form>`,
  );
  await waitUntil(() => element.matches(':state(ready)') || element.matches(':state(failed)'), 'the form loads');
  await element.updateComplete;
  return element;
}

/** An element in the shadow root. */
export const inside = <T extends Element = HTMLInputElement>(element: Element, selector: string) =>
  element.shadowRoot!.querySelector<T>(selector)!;

/** Types into the control of a name, and leaves it. */
export function type(element: Element, name: string, text: string): void {
  const control = inside(element, `[name="${name}"]`);
  control.value = text;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Clicks the choice of a value. */
export const choose = (element: Element, name: string, value: string) =>
  [...element.shadowRoot!.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)]
    .find((one) => one.value === value)!
    .click();

export const send = (element: Element) => inside<HTMLButtonElement>(element, '[type=submit]').click();

/** Waits for the thanks. */
export async function sent(element: Element): Promise<void> {
  await waitUntil(() => element.matches(':state(sent)'), 'the enquiry is sent');
  await (element as AllozaLeadForm).updateComplete;
}

/** Fills what the short form requires. */
export async function fillShort(element: Element): Promise<void> {
  type(element, 'name', 'Ana Ruiz');
  type(element, 'email', 'ana@example.com');
  await (element as AllozaLeadForm).updateComplete;
}
