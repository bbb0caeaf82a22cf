import type { Pieces } from "./store.ts";

/** Runs the caller's code, and remembers what it throws. */
export interface CallerGuard {
  call<T>(act: () => Promise<T>): Promise<T>;
  /** The same pieces, which may throw. */
  pieces(pieces: Pieces): AsyncIterable<Uint8Array>;
}

/**
 * Does a store's work that calls the caller's code in between. What that code throws is passed on as
 * it is, even where the store would take it for an error of its own; anything else is thrown as it
 * comes.
 */
export async function passOn<T>(act: (guard: CallerGuard) => Promise<T>): Promise<T> {
  let thrown: { readonly error: unknown } | undefined;
  const remember = (error: unknown): never => {
    thrown = { error };
    throw error;
  };
  const guard: CallerGuard = {
    call: (act) => act().catch(remember),
    pieces: async function* (pieces) {
      // An error of whoever takes the pieces never comes in here: it ends the loop without one.
      try {
        yield* pieces;
      } catch (error) {
        remember(error);
      }
    },
  };
  try {
    return await act(guard);
  } catch (error) {
    throw thrown === undefined ? error : (thrown as { readonly error: unknown }).error;
  }
}
