import { ScrapbookError } from "@scrapbook/core";
import { expect, test } from "vitest";
import { fileError } from "./file-error.ts";

test("each error of the system has a code of ours, the file's name and its cause", () => {
  const table: [errno: string, code: string][] = [
    ["ENOENT", "store-not-found"],
    ["ENOTDIR", "store-not-found"],
    ["EACCES", "store-permission"],
    ["EPERM", "store-permission"],
    ["EROFS", "store-permission"],
    ["EISDIR", "store-not-file"],
    ["ENOSPC", "store-full"],
    ["EIO", "store-io"],
  ];
  for (const [errno, code] of table) {
    const cause = Object.assign(new Error(`${errno}: it failed`), { code: errno });
    const error = fileError(cause, "a.ipynb");
    expect(error).toMatchObject({ code, source: "a.ipynb", cause });
    expect(error.message).toContain("(a.ipynb)");
  }
  expect(fileError(new Error("odd thing"), "a").message).toContain("odd thing");
  expect(fileError("text", "a").message).toContain("got text");
});

test("an error that has a code already is kept", () => {
  const error = new ScrapbookError("json-empty", { what: "x" });
  expect(fileError(error, "a")).toBe(error);
});
