/** An answer's body together with the answer itself, whose body has been read. */
export interface Answered<T> {
  data: T;
  response: Response;
}

/**
 * A request under way: await it for the data. It has been sent already, so not awaiting it does not hold it back.
 *
 * It is a thenable of its own, not a Promise, so that of `await call` and `await call.withResponse()` only the one
 * that is used can end in an unhandled rejection.
 */
export class Call<T> implements Promise<T> {
  readonly [Symbol.toStringTag] = 'Call';
  readonly #answered: Promise<Answered<T>>;

  constructor(answered: Promise<Answered<T>>) {
    this.#answered = answered;
  }

  /** The data with the `Response`: its status and headers, such as `Idempotent-Replayed` or `RateLimit`. */
  withResponse(): Promise<Answered<T>> {
    return this.#answered;
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaitable is what this class is for
  then<A = T, B = never>(
    fulfilled?: ((data: T) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#answered.then(({ data }) => data).then(fulfilled, rejected);
  }

  catch<B = never>(rejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(undefined, rejected);
  }

  finally(settled?: (() => void) | null): Promise<T> {
    return this.then().finally(settled);
  }
}
