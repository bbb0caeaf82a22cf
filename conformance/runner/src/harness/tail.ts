/** How much of a harness's stderr is kept, in bytes: enough for a long traceback. */
const maxTailBytes = 16 * 1024;

/** The end of what a process wrote to stderr. */
export interface Tail {
  readonly push: (chunk: Buffer) => void;
  /** The text since the last {@link Tail.forget}, its beginning cut where it was too long. */
  readonly text: () => string;
  /** Starts anew, so that a case is shown with its own lines alone. */
  readonly forget: () => void;
}

/** Keeps the last 16 KiB of a stream. */
export function createTail(limit: number = maxTailBytes): Tail {
  let kept: Buffer = Buffer.alloc(0);
  let cut = false;
  return {
    push(chunk) {
      cut ||= chunk.length > limit;
      kept = Buffer.concat([kept, chunk.subarray(Math.max(0, chunk.length - limit))]);
      if (kept.length <= limit) return;
      kept = kept.subarray(kept.length - limit);
      cut = true;
    },
    text: () => `${cut ? "… " : ""}${kept.toString("utf8")}`.trimEnd(),
    forget() {
      kept = Buffer.alloc(0);
      cut = false;
    },
  };
}
