/** A value, or the promise of one. */
export type Maybe<T> = T | Promise<T>;

/** `next` of the value: at once, unless it has to be waited for. */
export function after<T, U>(value: Maybe<T>, next: (value: T) => Maybe<U>): Maybe<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}
