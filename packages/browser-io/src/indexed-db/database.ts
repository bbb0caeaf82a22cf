import { named } from "../dom-error.ts";

/** What is known of a notebook in the database, beside its bytes. */
export interface Head {
  readonly version: string;
  readonly size: number;
}

const heads = "heads";
const bytes = "bytes";

/** The value of a request, or its error. */
export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

/** Opens the database, and makes it where it is not there. */
async function connect(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(heads);
    request.result.createObjectStore(bytes);
  };
  const database = await settled(request);
  // Another tab that wants to delete or upgrade it must not wait for this one.
  database.onversionchange = () => database.close();
  return database;
}

/** The tables as a transaction has them, by path. */
export interface Tables {
  readonly heads: IDBObjectStore;
  readonly bytes: IDBObjectStore;
}

/** A database of notebooks by path. */
export class NotebookDatabase {
  readonly #name: string;
  #opened: Promise<IDBDatabase> | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  /**
   * Does something in one transaction: all of it or nothing. What `act` awaits may only be requests
   * of this transaction.
   *
   * @param source for messages.
   */
  async transact<T>(
    source: string,
    mode: IDBTransactionMode,
    act: (tables: Tables) => Promise<T>,
  ): Promise<T> {
    return named(source, this.#transact(mode, act));
  }

  async #transact<T>(mode: IDBTransactionMode, act: (tables: Tables) => Promise<T>): Promise<T> {
    const transaction = await this.#begin(mode);
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new DOMException("", "AbortError"));
    });
    try {
      const result = await act({
        heads: transaction.objectStore(heads),
        bytes: transaction.objectStore(bytes),
      });
      await done;
      return result;
    } catch (error) {
      // Requests that fall with their transaction say only that it was aborted: it knows why.
      if (isAbort(error)) await done;
      // Nobody waits for it any more.
      done.catch(() => {});
      try {
        transaction.abort();
      } catch {
        // It is over already.
      }
      throw error;
    }
  }

  async #begin(mode: IDBTransactionMode): Promise<IDBTransaction> {
    this.#opened ??= connect(this.#name);
    try {
      return (await this.#opened).transaction([heads, bytes], mode);
    } catch (error) {
      this.#opened = undefined;
      const isClosed = error instanceof DOMException && error.name === "InvalidStateError";
      if (!isClosed) throw error;
      this.#opened = connect(this.#name);
      return (await this.#opened).transaction([heads, bytes], mode);
    }
  }
}
