import type { EventType } from '@alloza/sdk/core';
import { testNow } from './fixtures.ts';

/** The live stream of the responder: frames as the server writes them. */
export class EventStream {
  /** How often it was opened, and after which event each time. */
  readonly opened: (string | null)[] = [];
  readonly #readers = new Set<ReadableStreamDefaultController<Uint8Array>>();
  readonly #frames: { sequence: number; text: string }[] = [];
  #sequence = 100;

  open(request: Request): Response {
    const after = request.headers.get('last-event-id');
    this.opened.push(after);
    let reader: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        reader = controller;
        this.#readers.add(controller);
        controller.enqueue(bytes(': hello\n\n'));
        const missed = after === null ? [] : this.#frames.filter(({ sequence }) => sequence > Number(after));
        for (const { text } of missed) controller.enqueue(bytes(text));
      },
      cancel: () => void this.#readers.delete(reader),
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }

  send(type: EventType, data: Record<string, unknown> & { id: string }): void {
    const sequence = ++this.#sequence;
    const event = { id: `evt_${sequence}`, type, createdAt: new Date(testNow).toISOString(), sequence, data };
    const text = `id: ${sequence}\nevent: ${type}\ndata: ${JSON.stringify(event)}\n\n`;
    this.#frames.push({ sequence, text });
    for (const reader of this.#readers) reader.enqueue(bytes(text));
  }

  /** Breaks every open stream, as a restart of the server does. */
  break(): void {
    for (const reader of this.#readers) reader.error(new TypeError('network error'));
    this.#readers.clear();
  }
}

const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
