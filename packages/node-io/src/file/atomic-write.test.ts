import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tempFolder } from "../testing/temp-folder.ts";
import { retryBusy, writeAtomically } from "./atomic-write.ts";

const noCheck = async (): Promise<void> => {};

describe("writeAtomically", () => {
  test("writes pieces of every size, one after the other", async () => {
    const folder = await tempFolder({});
    const path = join(folder, "a.ipynb");
    const pieces = [0, 1, 65_535, 65_536, 65_537, 3, 200_000].map((length, i) =>
      new Uint8Array(length).fill(97 + i),
    );
    async function* later(): AsyncGenerator<Uint8Array> {
      yield* pieces;
    }
    for (const given of [pieces, later()]) {
      await writeAtomically({
        path,
        temporary: `${path}.tmp`,
        replaced: undefined,
        pieces: given,
        beforeRename: noCheck,
      });
      expect((await readFile(path)).equals(Buffer.concat(pieces))).toBe(true);
    }
    expect(await readdir(folder)).toEqual(["a.ipynb"]);
  });

  test("leaves the old file and no other when it fails", async () => {
    const folder = await tempFolder({ "a.ipynb": "old" });
    const path = join(folder, "a.ipynb");
    const broken = function* (): Generator<Uint8Array> {
      yield new Uint8Array(100_000);
      throw new Error("no more");
    };
    const refuse = async (): Promise<void> => {
      throw new Error("not now");
    };
    const write = { path, temporary: `${path}.tmp`, replaced: undefined };
    await expect(
      writeAtomically({ ...write, pieces: broken(), beforeRename: noCheck }),
    ).rejects.toThrow("no more");
    await expect(writeAtomically({ ...write, pieces: [], beforeRename: refuse })).rejects.toThrow(
      "not now",
    );
    expect(await readFile(path, "utf8")).toBe("old");
    expect(await readdir(folder)).toEqual(["a.ipynb"]);
  });

  test("gives the new file the old one's mode, when all of it is there", async () => {
    const folder = await tempFolder({ "a.ipynb": "old" });
    const path = join(folder, "a.ipynb");
    await writeFile(join(folder, "b"), "", { mode: 0o640 });
    const replaced = await stat(join(folder, "b"), { bigint: true });
    const temporary = `${path}.tmp`;
    let hidden = 0;
    const pieces = (function* (): Generator<Uint8Array> {
      yield Buffer.from("new");
    })();
    await writeAtomically({
      path,
      temporary,
      replaced,
      pieces,
      beforeRename: async () => {
        hidden = (await stat(temporary)).mode & 0o777;
      },
    });
    expect([hidden, (await stat(path)).mode & 0o777]).toEqual([0o640, 0o640]);
  });
});

describe("retryBusy", () => {
  const busy = (times: number, code: string) => {
    let calls = 0;
    return async (): Promise<void> => {
      if (calls++ < times) throw Object.assign(new Error(code), { code });
    };
  };

  test("tries again while Windows says that a file is in use", async () => {
    for (const code of ["EPERM", "EBUSY", "EACCES"]) {
      await expect(retryBusy(busy(2, code), [1, 1])).resolves.toBeUndefined();
      await expect(retryBusy(busy(3, code), [1, 1])).rejects.toThrow(code);
    }
  });

  test("does not try again after any other error", async () => {
    await expect(retryBusy(busy(1, "ENOENT"), [1, 1])).rejects.toThrow("ENOENT");
  });
});
