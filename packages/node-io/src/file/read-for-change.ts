import type { Hash } from "node:crypto";
import {
  type ByteRange,
  conflict,
  defaultMaxBytes,
  type OpenedObject,
  type ReplaceOptions,
  tooLarge,
} from "@scrapbook/core/io";
import { cryptoModule } from "./crypto-module.ts";
import { fileError } from "./file-error.ts";
import { openFile } from "./open-file.ts";
import {
  type FileStamp,
  fileVersion,
  hasChanged,
  hashedBytes,
  hashVersion,
  isSettled,
  type ReadBytes,
  readBytes,
  stampFile,
  versionOfStamped,
} from "./version.ts";

/** A file as it was read to be changed. */
interface ReadForChange extends OpenedObject {
  /** @throws (rejects with) `store-conflict` where the file holds other bytes by now. */
  check(): Promise<void>;
}

/** Opens a file that is to be changed, and remembers what it was: its bytes, or their hash. */
export async function readForChange(
  path: string,
  name: string,
  options: ReplaceOptions,
): Promise<ReadForChange> {
  const { signal } = options;
  try {
    const stamp = await stampFile(path);
    const listed = { signal, listed: true, maxBytes: options.maxBytes ?? Number.MAX_SAFE_INTEGER };
    const opened = await openFile(path, 0, listed);
    if (opened === undefined) throw fileError({ code: "ENOENT" }, path);
    return new FileForChange(opened, stamp, path, name, options);
  } catch (error) {
    throw signal?.aborted ? signal.reason : fileError(error, name);
  }
}

class FileForChange implements ReadForChange {
  readonly size: number | undefined;
  readonly stamp: undefined;
  readonly canReadTwice = true;
  readonly #opened: OpenedObject;
  readonly #stamp: FileStamp;
  readonly #path: string;
  readonly #name: string;
  readonly #maxBytes: number;
  #bytes: Uint8Array | undefined;
  #version: string | undefined;

  constructor(
    opened: OpenedObject,
    stamp: FileStamp,
    path: string,
    name: string,
    { maxBytes = defaultMaxBytes }: ReplaceOptions,
  ) {
    this.size = opened.size;
    this.#opened = opened;
    this.#stamp = stamp;
    this.#path = path;
    this.#name = name;
    this.#maxBytes = maxBytes;
  }

  /**
   * Of a file that is read in pieces it takes one more reading: most who edit do not ask.
   *
   * @throws `store-conflict` where the file is another by now.
   */
  get version(): string | undefined {
    this.#version ??=
      this.#bytes === undefined
        ? versionOfStamped(this.#path, this.#stamp)
        : fileVersion(this.#bytes);
    if (this.#version === undefined) throw conflict(this.#name, "other bytes");
    return this.#version;
  }

  /** No copy: what is being changed may be large. */
  async read(): Promise<Uint8Array> {
    if ((this.size ?? 0) > this.#maxBytes) throw tooLarge(this.#name, this.#maxBytes);
    this.#bytes ??= await this.#opened.read();
    await this.close();
    return this.#bytes;
  }

  async *stream(range: ByteRange = {}): AsyncGenerator<Uint8Array> {
    if (this.#bytes !== undefined) {
      yield this.#bytes.slice(range.start, range.end);
      return;
    }
    const isWhole = range.start === undefined && range.end === undefined;
    // Times that are old enough tell of any change by themselves.
    const isHashed = isWhole && !isSettled(this.#stamp);
    const hash = isHashed ? cryptoModule().createHash("sha256") : undefined;
    for await (const piece of this.#opened.stream(range)) {
      hash?.update(piece);
      yield piece;
    }
    if (hash !== undefined) this.#version = hashVersion(hash as Hash);
  }

  async slice(start: number, end: number): Promise<Uint8Array> {
    return this.#bytes?.slice(start, end) ?? this.#opened.slice(start, end);
  }

  close(): Promise<void> {
    return this.#opened.close();
  }

  async check(): Promise<void> {
    // Windows lets no other file take the name of one that is open.
    await this.close();
    if (await hasChanged(this.#path, this.#stamp, this.#read())) {
      throw conflict(this.#name, "other bytes");
    }
  }

  #read(): ReadBytes {
    if (this.#bytes !== undefined) return readBytes(this.#bytes);
    const size = Number(this.#stamp.stat.size);
    if (this.#version === undefined) return { size, isHeldBy: undefined };
    return hashedBytes(size, this.#version);
  }
}
