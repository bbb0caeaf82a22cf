import { expect, test } from "vitest";
import { edit } from "../edit/session.ts";
import { createNotebook } from "./create-notebook.ts";
import { parseNotebook } from "./parse-notebook.ts";

test("a new notebook is as Jupyter writes it, and can be read and edited", () => {
  expect(createNotebook()).toBe(
    '{\n "cells": [],\n "metadata": {},\n "nbformat": 4,\n "nbformat_minor": 5\n}\n',
  );
  const { run, scraps } = parseNotebook(createNotebook());
  expect([run.status, scraps.size]).toEqual(["none", 0]);
  const edited = edit(createNotebook()).set("distance", 0.12).toBytes();
  expect(parseNotebook(edited).value("distance")).toBe(0.12);
});

test("a new notebook has the metadata that it is given", () => {
  const metadata = { kernelspec: { name: "python3", display_name: "Python 3" } };
  expect(parseNotebook(createNotebook({ metadata })).metadata).toEqual(metadata);
});

test("a new notebook is not made with what it cannot hold", () => {
  expect(() => createNotebook({ metdata: {} } as never)).toThrow('Did you mean "metadata"?');
  expect(() => createNotebook({ metadata: [] as never })).toThrow("got an empty list");
  expect(() => createNotebook({ metadata: { a: Number.NaN } })).toThrow("(#/metadata/a): got NaN");
});
