/** How the responder answers: JSON, pages and problems. */
import type { Schema } from '@alloza/sdk/core';
import { testNow } from './fixtures.ts';

/** Thrown by a handler to answer a problem. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message = code) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const iso = () => new Date(testNow).toISOString();

export function page<T>(all: readonly T[], limit = 100, from = 0): { items: T[]; next: string | null } {
  const items = all.slice(from, from + limit);
  return { items, next: from + limit < all.length ? String(from + limit) : null };
}

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

export const csv = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'text/csv; charset=utf-8; header=present' } });

export function problem(status: number, code: string, detail?: string, errors?: Schema<'Problem'>['errors']): Response {
  const body = { type: `/docs/errors/${code}`, title: code, status, code, detail, errors, requestId: 'req_01test' };
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });
}
