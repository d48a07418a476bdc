import { isRetryable } from './errors.ts';
import { type Invocation, read, requestOf } from './request.ts';
import type { Settings } from './settings.ts';
import { backoff, sleep, within } from './timing.ts';
import type { AllozaEvent } from './types.ts';

/** Milliseconds of silence after which a stream counts as dead. The server says something far more often. */
const longestSilence = 60_000;

/**
 * Events as they happen, for as long as the caller listens. A lost connection is taken up again behind the last event,
 * with growing waits. Ends when the caller breaks out of the loop; throws when the caller aborts or may not listen.
 */
export async function* stream(
  settings: Settings,
  invocation: Invocation,
): AsyncGenerator<AllozaEvent, void, undefined> {
  const { options } = invocation;
  const { signal, timeout = longestSilence } = options;
  let { lastEventId } = options;
  for (let failures = 0; ; failures++) {
    const request = requestOf(settings, { ...invocation, options: { ...options, lastEventId } });
    let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
    let retryAfter = 0;
    try {
      const response = await within(timeout, signal, async (stop) => {
        const response = await settings.fetch(request(stop));
        if (!response.ok) await read(response);
        return response;
      });
      options.onStatus?.('live');
      reader = response.body!.getReader() as ReadableStreamDefaultReader<Uint8Array>;
      const body = reader;
      const frames = framesOf(async () => {
        const { value } = await within(timeout, signal, () => body.read());
        if (value) failures = 0;
        return value;
      });
      for await (const { id, data } of frames) {
        lastEventId = id || lastEventId;
        if (data) yield JSON.parse(data);
      }
    } catch (error) {
      if (!isRetryable(error)) throw error;
      retryAfter = error.retryAfter ?? 0;
    } finally {
      reader?.cancel().catch(() => {});
    }
    options.onStatus?.('waiting');
    await sleep(Math.max(backoff(failures), retryAfter * 1000), signal);
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
