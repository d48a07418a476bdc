import assert from 'node:assert/strict';
import type { TestServer } from './testing.ts';

export interface OpenStream {
  ended: Promise<void>;
  close(): void;
}

/** Opens the live stream and waits for its first bytes. */
export async function openStream(at: TestServer, slug: string, headers: Record<string, string>): Promise<OpenStream> {
  const controller = new AbortController();
  const response = await fetch(`${at.url}/v1/events/stream`, {
    headers: { 'alloza-workspace': slug, ...headers },
    signal: controller.signal,
  });
  assert.equal(response.status, 200);
  const reader = response.body!.getReader();
  await reader.read();
  const ended = (async () => {
    while (!(await reader.read()).done);
  })();
  ended.catch(() => {});
  return { ended, close: () => controller.abort() };
}

/** Fails if something takes longer. */
export const within = (ms: number, what: string, promise: Promise<unknown>) => {
  let timer: NodeJS.Timeout;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};
