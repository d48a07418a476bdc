import type { Schema } from '@alloza/sdk/core';
import { WidgetError } from '../base/failure.ts';

/** The challenge inside `Challenge.challenge`, as altcha-lib 2 writes it. */
interface Puzzle {
  parameters: { algorithm: string; nonce: string; salt: string; cost: number; keyLength?: number; keyPrefix: string };
}

interface Received {
  challenge: Schema<'Challenge'>;
  /** The visitor's clock when it came; only differences to it are used, since that clock may be wrong. */
  at: number;
}

/** Longest time a form may have been told to wait, however wrong the visitor's clock is. */
const longestWait = 5000;

/**
 * The proof of work of one form. The challenge is fetched early, because the minimum time to fill a form counts from
 * there; solving starts when the visitor does something. An expired challenge is replaced without anyone noticing.
 */
export class Proof {
  #ask: () => Promise<Schema<'Challenge'>>;
  #received: Promise<Received> | undefined;
  #solution: Promise<string> | undefined;

  /** @param ask Fetches a new challenge for the form (`challenges.create`). */
  constructor(ask: () => Promise<Schema<'Challenge'>>) {
    this.#ask = ask;
  }

  /** Fetches the challenge if there is none. A failure is kept quiet; `header()` tries again and tells. */
  prepare(): void {
    this.#receive().catch(() => undefined);
  }

  /** Solves ahead of time. */
  begin(): void {
    this.#solve().catch(() => undefined);
  }

  /** The value of `Alloza-Proof`, not before the server accepts it. */
  async header(): Promise<string> {
    const header = await this.#solve();
    const { challenge, at } = await this.#receive();
    const wait = Math.min(Date.parse(challenge.notBefore) - at, longestWait) - (Date.now() - at);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    return header;
  }

  /** Forgets challenge and solution: a proof is spent once. */
  discard(): void {
    this.#received = undefined;
    this.#solution = undefined;
  }

  async #receive(): Promise<Received> {
    this.#received ??= this.#ask().then((challenge) => ({ challenge, at: Date.now() }));
    try {
      return await this.#received;
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  async #solve(): Promise<string> {
    if (isExpired(await this.#receive())) this.discard();
    const { challenge } = await this.#receive();
    this.#solution ??= solve(challenge.challenge);
    return this.#solution;
  }
}

/** By how long a challenge lives, not by when it ends: the two clocks may differ. */
function isExpired({ challenge, at }: Received): boolean {
  const lifetime = Date.parse(challenge.expiresAt) - Date.parse(challenge.notBefore);
  return Date.now() - at > lifetime - 5000;
}

/**
 * Finds the counter whose derived key begins with the prefix asked for. The browser derives keys on threads of its
 * own, so the page stays free; a few at a time use more than one of them.
 *
 * @returns the header: base64 of altcha-lib's payload `{ challenge, solution: { counter, derivedKey, time } }`.
 * @throws WidgetError `insecure_page` where the browser offers no cryptography (plain HTTP).
 */
export async function solve(challengeText: string): Promise<string> {
  if (!globalThis.crypto?.subtle) throw new WidgetError('insecure_page', 'Sending needs a page served by HTTPS.');
  const challenge = JSON.parse(challengeText) as Puzzle;
  const { algorithm, nonce, salt, cost, keyLength = 32, keyPrefix } = challenge.parameters;
  const prefix = keyPrefix.toLowerCase();
  const rules = { name: 'PBKDF2', hash: algorithm.replace('PBKDF2/', ''), salt: bytesOf(salt), iterations: cost };
  const started = performance.now();
  const lanes = Math.min(4, Math.max(1, navigator.hardwareConcurrency ?? 1));
  let found: { counter: number; derivedKey: string; time: number } | undefined;
  const search = async (start: number) => {
    for (let counter = start; !found; counter += lanes) {
      const key = await crypto.subtle.importKey('raw', password(nonce, counter), 'PBKDF2', false, ['deriveBits']);
      const derivedKey = hexOf(await crypto.subtle.deriveBits(rules, key, keyLength * 8));
      if (!found && derivedKey.startsWith(prefix)) {
        found = { counter, derivedKey, time: Math.round(performance.now() - started) };
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => search(lane)));
  return btoa(JSON.stringify({ challenge, solution: found }));
}

/** The nonce followed by the counter as 32 bits, big end first. */
function password(nonce: string, counter: number): Uint8Array<ArrayBuffer> {
  const head = bytesOf(nonce);
  const bytes = new Uint8Array(head.length + 4);
  bytes.set(head);
  new DataView(bytes.buffer).setUint32(head.length, counter);
  return bytes;
}

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const hexOf = (buffer: ArrayBuffer) =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
