import { isScrapbookError, ScrapbookError } from "@scrapbook/core";
import { wrongArgument } from "@scrapbook/core/internal";
import type { Answer, Job } from "./job.ts";

/** A job, and who waits for its answer. */
interface Task {
  readonly job: Job;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * A worker that does one job after the other. It gets the next only when it is done: what it is busy
 * with can then be stopped without loss to the others.
 */
export class WorkerLine {
  readonly #start: () => Worker;
  readonly #tasks: Task[] = [];
  #worker: Worker | undefined;

  /** @param start starts the worker: when the first job comes, and anew after one was stopped. */
  constructor(start: () => Worker) {
    this.#start = start;
  }

  /**
   * @param signal takes the job out of the line, and ends the worker if it is busy with it.
   * @throws (rejects with) the signal's reason; `store-unsupported` where there is no worker.
   */
  ask(job: Job, signal?: AbortSignal): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      const cancel = (): void => this.#cancel(task, signal?.reason);
      const settled =
        <T>(settle: (value: T) => void) =>
        (value: T): void => {
          signal?.removeEventListener("abort", cancel);
          settle(value);
        };
      const task: Task = { job, resolve: settled(resolve), reject: settled(reject) };
      signal?.addEventListener("abort", cancel);
      this.#tasks.push(task);
      if (this.#tasks.length === 1) this.#next();
    });
  }

  /** Ends the worker. Whoever waits gets an `AbortError`; who asks later gets a new worker. */
  close(): void {
    this.#stop();
    for (const { reject } of this.#tasks.splice(0)) {
      reject(new DOMException("The worker was closed", "AbortError"));
    }
  }

  #next(): void {
    const [task] = this.#tasks;
    if (task === undefined) return;
    try {
      this.#worker ??= this.#open();
      const transfer = task.job.pieces.map(({ buffer }) => buffer as ArrayBuffer);
      this.#worker.postMessage(task.job, transfer);
    } catch (error) {
      this.#fail(error);
    }
  }

  #open(): Worker {
    const worker = this.#start();
    if (typeof worker?.postMessage !== "function") {
      throw wrongArgument(
        "The option worker of notebookWorker gives no worker",
        worker,
        "a Worker",
      );
    }
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      if (!isAnswer(data)) return this.#fail("an answer of another script");
      const task = this.#tasks.shift();
      this.#next();
      task?.resolve(data);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#fail(event.message || undefined);
    });
    worker.addEventListener("messageerror", () => this.#fail("an answer that cannot be read"));
    return worker;
  }

  /** The worker is of no use: whoever waits for it now is told, the next gets a new one. */
  #fail(cause: unknown): void {
    this.#stop();
    const task = this.#tasks.shift();
    task?.reject(workerFailed(cause));
    this.#next();
  }

  #cancel(task: Task, reason: unknown): void {
    const place = this.#tasks.indexOf(task);
    if (place < 0) return;
    this.#tasks.splice(place, 1);
    task.reject(reason);
    if (place > 0) return;
    this.#stop();
    this.#next();
  }

  #stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}

function isAnswer(data: unknown): data is Answer {
  return typeof data === "object" && data !== null && ("sent" in data || "error" in data);
}

function workerFailed(cause: unknown): ScrapbookError {
  if (isScrapbookError(cause)) return cause;
  return new ScrapbookError("store-unsupported", {
    what: "The worker that reads notebooks could not be started, or failed",
    got: cause instanceof Error ? cause.message : (cause as string | undefined),
    hint: "Its script is @scrapbook/browser-io/worker/script: it must lie on the page's own server, and the page's Content-Security-Policy must allow it (worker-src). notebookWorker({ worker }) starts one that lies elsewhere.",
    cause: cause instanceof Error ? cause : undefined,
  });
}
