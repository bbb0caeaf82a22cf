import { execFile } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const loader = new URL("../../../scripts/ts-loader.mjs", import.meta.url);
const home = fileURLToPath(new URL("..", import.meta.url));

/** The modules that Node loads for a program that imports this package, with their whole paths. */
async function loadedBy(code: string): Promise<readonly string[]> {
  const hook = `
    import { writeSync } from "node:fs";
    export async function load(url, context, next) {
      writeSync(1, "loaded " + url + "\\n");
      return next(url, context);
    }`;
  const watching = `
    import { register } from "node:module";
    register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)});`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      ...[
        "--conditions=@scrapbook/source",
        `--import=${pathToFileURL(fileURLToPath(loader)).href}`,
      ],
      ...[`--import=data:text/javascript,${encodeURIComponent(watching)}`],
      ...["--input-type=module", "--eval", code],
    ],
    { cwd: home },
  );
  return stdout.split("\n").flatMap((line) => (line.startsWith("loaded ") ? [line.slice(7)] : []));
}

test("importing the package loads no SDK, nothing of any scheme, and no network", async () => {
  const loaded = await loadedBy(`await import("@scrapbook/cloud-io");`);
  expect(loaded.some((url) => url.endsWith("cloud-io/src/index.ts"))).toBe(true);
  expect(loaded.filter((url) => url.includes("/node_modules/"))).toEqual([]);
  const own = loaded.filter((url) => url.includes("/cloud-io/src/"));
  expect(
    own.filter((url) => !/\/(?:index|schemes?|name|bucket-name|lazy-store)\.ts$/.test(url)),
  ).toEqual([]);
  expect(own.filter((url) => url.endsWith("/index.ts"))).toHaveLength(1);
  const core = loaded.filter((url) => url.includes("/core/src/"));
  expect(core.map((url) => url.replace(/.*\//, "")).sort()).toEqual([
    ...[
      "check-options.ts",
      "error.ts",
      "near-names.ts",
      "page-of.ts",
      "platform.ts",
      "redact.ts",
      "redact.ts",
    ],
  ]);
  expect(loaded.filter((url) => /^node:(?:http|https|net|tls|zlib|dns)/.test(url))).toEqual([]);
});

test("an address loads what serves it, and no other scheme", async () => {
  const loaded = await loadedBy(`
    const { stores } = await import("@scrapbook/cloud-io");
    const location = "gs://bucket/a/";
    process.env.STORAGE_EMULATOR_HOST = "127.0.0.1:1";
    await stores.find((store) => store.matches(location)).can("gs://../a").catch(() => {});`);
  expect(loaded.some((url) => url.endsWith("cloud-io/src/gs/client.ts"))).toBe(true);
  expect(loaded.filter((url) => /\/src\/(?:s3|azure|hdfs)\/client\.ts$/.test(url))).toEqual([]);
  expect(loaded.filter((url) => url.includes("/node_modules/"))).toEqual([]);
});
