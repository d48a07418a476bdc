import type { LitElement } from 'lit';
import { viewProblem } from './problems.ts';

export type FieldErrors = Readonly<Record<string, string>>;

export interface Submission {
  /** Messages by field name for what can be told without the server. */
  readonly check?: () => Readonly<Record<string, string | undefined>>;
  readonly send: () => Promise<void>;
  /** What the server may refuse because of one field, by code: the field's name, and what to say there. */
  readonly refusals?: Readonly<Record<string, readonly [field: string, text: string]>>;
}

/** One form: what is wrong with which field, whether it is on its way, and what the server said. */
export class FormController {
  errors: FieldErrors = {};
  problem: unknown;
  busy = false;
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** True when it was sent and accepted. */
  async submit(event: Event | undefined, { check, send, refusals }: Submission): Promise<boolean> {
    event?.preventDefault();
    if (this.busy) return false;
    const found = Object.entries(check?.() ?? {}).filter((pair): pair is [string, string] => pair[1] !== undefined);
    this.#set({ errors: Object.fromEntries(found), problem: undefined });
    if (Object.keys(this.errors).length > 0) {
      await this.focusFirstError();
      return false;
    }
    this.busy = true;
    try {
      await send();
      return true;
    } catch (error) {
      this.#fail(error, refusals);
      return false;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  #fail(error: unknown, refusals: Submission['refusals'] = {}): void {
    const { code, fields: pointed } = viewProblem(error);
    const refusal = refusals[code];
    const fields = refusal ? { [refusal[0]]: refusal[1] } : pointed;
    const known = Object.keys(fields).some((name) =>
      this.#host.shadowRoot?.querySelector(`[name="${CSS.escape(name)}"]`),
    );
    this.#set({ errors: fields, problem: known ? undefined : error });
    void this.focusFirstError();
  }

  /** A changed field is no longer known to be wrong. */
  touch(name: string): void {
    if (!(name in this.errors)) return;
    const { [name]: _gone, ...rest } = this.errors;
    this.#set({ errors: rest });
  }

  clear(): void {
    this.#set({ errors: {}, problem: undefined });
  }

  #set(change: { errors?: FieldErrors; problem?: unknown }): void {
    Object.assign(this, change);
    this.#host.requestUpdate();
  }

  async focusFirstError(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.shadowRoot?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }
}

/** A loose check: one @ with something on both sides and a dot behind it. The server decides. */
export const looksLikeEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
