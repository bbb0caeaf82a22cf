import { isScrapbookError } from "@scrapbook/core";
import { expect, onTestFinished, test } from "vitest";
import { testStore } from "../../../../quality/store-contract/test-store.ts";
import { githubToken, startGithub } from "../../../../scripts/servers/github.mjs";
import { type GithubOptions, github } from "./index.ts";

const notebook = "https://github.com/ada/notes/blob/main/out/a.ipynb";

async function serverWith(files: Readonly<Record<string, string>>) {
  const server = await startGithub();
  onTestFinished(() => server.stop());
  for (const [name, text] of Object.entries(files)) server.files.set(name, Buffer.from(text));
  const store = (options: GithubOptions = {}) =>
    github({ apiUrl: server.url, rawUrl: server.url, token: "", retries: 0, ...options });
  return { server, store };
}

testStore({
  name: "github",
  make: async () => {
    const server = await startGithub();
    const at = (path: string): string =>
      `https://github.com/ada/notes/blob/main/${path.split("/").map(encodeURIComponent).join("/")}`;
    return {
      store: github({ apiUrl: server.url, rawUrl: server.url }),
      folder: "https://github.com/ada/notes/blob/main/",
      at,
      put: async (path, bytes) => {
        server.files.set(`ada/notes/main/${path}`, Buffer.from(bytes));
      },
      close: server.stop,
    };
  },
  can: { expect: false, create: false, ranges: false, list: false, write: false },
});

async function textOf(store: ReturnType<typeof github>, location: string): Promise<string> {
  try {
    const opened = await store.open(location);
    const bytes = await opened?.read();
    await opened?.close();
    return new TextDecoder().decode(bytes);
  } catch (error) {
    return isScrapbookError(error) ? `${error.code} ${error.details.hint ?? ""}` : String(error);
  }
}

test("a token goes to the API and reads what is private, raw files too", async () => {
  const { server, store } = await serverWith({ "private/notes/main/a.ipynb": "secret" });
  const raw = "https://raw.githubusercontent.com/private/notes/main/a.ipynb";
  expect(await textOf(store(), raw)).toMatch(/^store-not-found/);
  expect(await textOf(store({ token: githubToken }), raw)).toBe("secret");
  expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
    undefined,
    `Bearer ${githubToken}`,
  ]);
  expect(await textOf(store({ token: "wrong" }), raw)).toMatch(/^store-unauthenticated/);
});

test("a limit that is used up says how to have more, without waiting an hour", async () => {
  const { store } = await serverWith({});
  const limited = "https://github.com/limited/notes/blob/main/a.ipynb";
  expect(await textOf(store({ retries: 3 }), limited)).toMatch(
    /^store-io Try again in \d+ seconds/,
  );
});

test("a folder is no file", async () => {
  const { store } = await serverWith({ "ada/notes/main/out/a.ipynb/b": "" });
  expect(await textOf(store(), notebook)).toMatch(/^store-not-file/);
});
