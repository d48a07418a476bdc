import { AllozaError, ConnectionError, TimeoutError } from './errors.ts';

/** What `setTimeout` can hold; anything above it would fire at once. */
const longestTimer = 2 ** 31 - 1;

/**
 * Waits before another try, as long as the server asked to and at least a while that grows: full jitter, anything up to
 * 0.5 s, then 1 s, 2 s and so on to 8 s, so that many clients do not come back in step. Throws the error at once if that
 * were more than `most` milliseconds, and ends when the caller aborts.
 */
export async function pause(
  error: AllozaError,
  attempt: number,
  signal: AbortSignal | undefined,
  most = Infinity,
): Promise<void> {
  const ms = Math.max(Math.random() * Math.min(8000, 500 * 2 ** attempt), (error.retryAfter ?? 0) * 1000);
  if (ms > most) throw error;
  // A wait is work that never ends by itself.
  await within(ms, signal, () => new Promise(() => {})).catch(() => signal?.throwIfAborted());
}

/**
 * Settles like `work`, or at once when the caller aborts or `ms` have passed, whether or not `work` listens to the
 * signal that it is given. Whatever else `work` throws is taken as the connection's failure.
 */
export async function within<T>(
  ms: number,
  signal: AbortSignal | undefined,
  work: (stop: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const stop = controller.signal;
  const stopped = new Promise<never>((_, reject) => {
    stop.addEventListener('abort', reject);
  });
  const late = () => controller.abort(new TimeoutError(`No answer in ${ms} ms`, { code: 'timeout', retryable: true }));
  const abort = () => controller.abort(signal?.reason);
  const timer = setTimeout(late, Math.min(ms, longestTimer));
  signal?.addEventListener('abort', abort);
  try {
    return await Promise.race([stopped, work(stop)]);
  } catch (error) {
    if (stop.aborted) throw stop.reason;
    if (error instanceof AllozaError) throw error;
    throw new ConnectionError('No answer arrived', { code: 'network_error', retryable: true, cause: error });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
