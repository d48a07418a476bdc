import type { Answered } from './call.ts';
import type { AllozaError } from './errors.ts';
import type { InvocationOptions } from './request.ts';
import type { pause, within } from './timing.ts';
import type { AllozaEvent } from './types.ts';

/**
 * What a stream needs of the client. It is handed over, not imported: so this file, which most pages never fetch, stands
 * alone, and bundlers have nothing to share between it and the rest.
 */
interface Line {
  /** Connects, to go on behind an event. */
  open: (
    lastEventId: InvocationOptions['lastEventId'],
    ms: number,
  ) => Promise<Answered<ReadableStream<Uint8Array<ArrayBuffer>>>>;
  within: typeof within;
  pause: typeof pause;
}

/** Milliseconds of silence after which a stream counts as dead. The server says something far more often. */
const longestSilence = 60_000;

/**
 * Events as they happen, for as long as the caller listens. A lost connection is taken up again behind the last event,
 * with growing waits. Ends when the caller breaks out of the loop; throws when the caller aborts or may not listen.
 */
export async function* stream(
  { open, within, pause }: Line,
  { signal, timeout = longestSilence, lastEventId, onStatus }: InvocationOptions,
): AsyncGenerator<AllozaEvent, void, undefined> {
  for (let failures = 0; ; failures++) {
    let reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
    let failure: AllozaError | undefined;
    try {
      reader = (await open(lastEventId, timeout)).data.getReader();
      onStatus?.('live');
      const next = async () => {
        const { value } = await reader!.read();
        // An end is a broken connection like any other: events go on for as long as the studio does.
        if (!value) throw new Error('The stream ended');
        failures = 0;
        return value;
      };
      for await (const { id, data } of framesOf(() => within(timeout, signal, next))) {
        lastEventId = id || lastEventId;
        if (data) yield JSON.parse(data);
      }
    } catch (error) {
      failure = error as AllozaError;
      if (!failure?.retryable) throw error;
    } finally {
      reader?.cancel().catch(() => {});
    }
    onStatus?.('waiting');
    await pause(failure!, failures, signal);
  }
}

interface Frame {
  /** The last id that the stream has named, in this frame or before. */
  id: string | undefined;
  /** Empty in a frame that only names where the stream stands. */
  data: string;
}

/**
 * The frames of a `text/event-stream`. Comments only keep the connection alive; a frame cut off by the end of the stream
 * is dropped.
 *
 * @param read The next bytes, cut anywhere; undefined at the end.
 */
export async function* framesOf(read: () => Promise<Uint8Array | undefined>): AsyncGenerator<Frame, void, undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let id: string | undefined;
  let data: string[] = [];
  for (let bytes = await read(); bytes; bytes = await read()) {
    text += decoder.decode(bytes, { stream: true });
    // A carriage return at the very end may be half of a line break, so it waits for the bytes behind it.
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    text = lines.pop()!;
    for (const line of lines) {
      const [, field, value = ''] = /^([^:]*):? ?(.*)/s.exec(line)!;
      if (field === 'id') id = value;
      if (field === 'data') data.push(value);
      if (line) continue;
      yield { id, data: data.join('\n') };
      data = [];
    }
  }
}
