import { describe, expect, test } from "vitest";
import { makeCase } from "../testing/case.ts";
import { requestOf } from "./message.ts";

const suite = { folder: "/suite" };
const files = [{ key: "nb", path: "a.ipynb" }];

describe("what is asked of a harness", () => {
  test("is the case's operation, with the files' whole paths", () => {
    const asked = requestOf(suite, makeCase("a", { files, run: { op: "read", only: ["scraps"] } }));
    const path = expect.stringMatching(/suite.notebooks.a\.ipynb$/);
    expect(asked).toEqual({ op: "read", only: ["scraps"], files: [{ key: "nb", path }] });
  });

  test("is the same in pieces, where one notebook is read and the case leaves it open", () => {
    const piecesOf = (run: Parameters<typeof makeCase>[1]): unknown =>
      requestOf(suite, makeCase("a", { files, ...run }), 7).options;
    expect(piecesOf({ run: { op: "read" } })).toEqual({ pieces: { bytes: 7 } });
    const strict = { strict: false };
    expect(piecesOf({ run: { op: "read", options: strict } })).toEqual({
      ...strict,
      pieces: { bytes: 7 },
    });
    const own = { pieces: { bytes: 1, once: true } };
    expect(piecesOf({ run: { op: "read", options: own } })).toEqual(own);
    expect(piecesOf({ run: { op: "edit" } })).toBeUndefined();
    expect(piecesOf({ run: { op: "read", scrapbook: true } })).toBeUndefined();
    expect(piecesOf({ run: { op: "read" }, files: [...files, ...files] })).toBeUndefined();
  });
});
