import { describe, expect, test } from "vitest";
import { isScrapbookError } from "../error/error.ts";
import { encode } from "../testing/json-text.ts";
import { throwScanError } from "./scan-error.ts";

function messageOf(bytes: Uint8Array, maxDepth = 3): string {
  try {
    throwScanError(bytes, maxDepth);
  } catch (error) {
    if (isScrapbookError(error)) return error.message;
    throw error;
  }
}
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe("the message", () => {
  const messages: [title: string, json: string, message: string][] = [
    [
      "says where, what was found and what was expected",
      '{\n "a": 1,\n}',
      "[json-syntax] This is not JSON at line 3, column 1 (byte 11): got `}`, expected a key in double quotes.",
    ],
    [
      "counts columns in code points, offsets in bytes",
      '["é😀", é]',
      "[json-syntax] This is not JSON at line 1, column 8 (byte 11): got `é`, expected a JSON value.",
    ],
    [
      "takes CR, LF and CR LF for one line end each",
      "[\r\n\n\r 1 x]",
      "[json-syntax] This is not JSON at line 4, column 4 (byte 8): got `x`, expected `,` or `]`.",
    ],
    [
      "counts no column for a byte order mark",
      "\ufeff[x]",
      "[json-syntax] This is not JSON at line 1, column 2 (byte 4): got `x`, expected a JSON value.",
    ],
    [
      "says that the text ends",
      "[1,\n",
      "[json-truncated] The JSON ends too early at line 2, column 1 (byte 4): got the end, expected a JSON value.",
    ],
    [
      "says that there is nothing",
      "",
      "[json-empty] There is no JSON at line 1, column 1 (byte 0): got the end, expected a JSON value.",
    ],
    [
      "says how deep it may be",
      "[[[[",
      "[json-depth] The JSON is nested too deeply at line 1, column 4 (byte 3): got `[`, expected nesting no deeper than 3.",
    ],
    [
      "shows a control character as a byte",
      '"\u0001"',
      '[json-syntax] This is not JSON at line 1, column 2 (byte 1): got the byte 0x01, expected a character or `"`.',
    ],
    [
      "shows a space as a byte",
      "[1. ]",
      "[json-syntax] This is not JSON at line 1, column 4 (byte 3): got the byte 0x20, expected a digit.",
    ],
    [
      "shows DEL as a byte",
      "[\u007f]",
      "[json-syntax] This is not JSON at line 1, column 2 (byte 1): got the byte 0x7f, expected a JSON value.",
    ],
    [
      "shows a character beyond the basic plane whole",
      "[😀]",
      "[json-syntax] This is not JSON at line 1, column 2 (byte 1): got `😀`, expected a JSON value.",
    ],
  ];
  for (const [title, json, message] of messages) {
    test(title, () => {
      expect(messageOf(encode(json))).toBe(message);
    });
  }

  test("shows a byte that begins no character as a byte", () => {
    expect(messageOf(latin1('"\xff"'))).toBe(
      "[json-utf8] This is not UTF-8 at line 1, column 2 (byte 1): got the byte 0xff, expected UTF-8.",
    );
    expect(messageOf(latin1('"\xc3"'))).toContain('column 3 (byte 2): got `"`');
  });
});

describe("the hint", () => {
  const hints: [beginning: string, hint: string | undefined][] = [
    ["\xff\xfe{\0", "It looks like UTF-16; save it as UTF-8."],
    ["\xfe\xff\0{", "It looks like UTF-16; save it as UTF-8."],
    ["{\0\n\0", "It looks like UTF-16; save it as UTF-8."],
    ["\0{\0\n", "It looks like UTF-16; save it as UTF-8."],
    ["\xff\xfe\0\0{\0\0\0", "It looks like UTF-32; save it as UTF-8."],
    ["\0\0\xfe\xff\0\0\0{", "It looks like UTF-32; save it as UTF-8."],
    ["{\0\0\0", "It looks like UTF-32; save it as UTF-8."],
    ["\0\0\0{", "It looks like UTF-32; save it as UTF-8."],
    ["\x1f\x8b\x08", "It looks like gzip; unpack it first."],
    ["PK\x03\x04", "It looks like a ZIP archive; unpack it first."],
    ["%PDF-1.7", "It looks like a PDF."],
    ["\x89PNG\r\n", "It looks like a PNG picture."],
    ["version https://git-lfs.github.com", "It looks like a Git LFS pointer; run git lfs pull."],
    ["<<<<<<< HEAD\n", "It looks like a file with merge conflict markers; resolve them first."],
    ["<!doctype html>", "It looks like HTML or XML, maybe a login or error page."],
    ["{x}", undefined],
    ["[1 P]", undefined],
    ['{"a": <', undefined],
  ];
  for (const [beginning, hint] of hints) {
    test(`for ${JSON.stringify(beginning)} is ${hint ?? "not given"}`, () => {
      const message = messageOf(latin1(beginning));
      if (hint === undefined) expect(message).not.toContain("It ");
      else expect(message.endsWith(`. ${hint}`)).toBe(true);
    });
  }

  test("is found however long the text is", () => {
    expect(messageOf(latin1(`%PDF${"x".repeat(300_000)}`))).toContain("a PDF");
  });
});
