import type { SendOptions, SentNotebook } from "@scrapbook/core/internal";

/** What the worker is asked: to scan and outline a notebook, whose bytes are handed over. */
export interface Job {
  readonly pieces: readonly Uint8Array[];
  readonly options: Omit<SendOptions, "engine">;
}

/** What it answers: the notebook, with its bytes handed back, or what is wrong with it. */
export type Answer = { readonly sent: SentNotebook } | { readonly error: unknown };
