import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { gs } from "./index.ts";

afterEach(() => vi.unstubAllEnvs());

test.each([
  ["names no file", undefined],
  ["names a file that is no JSON", "planted"],
  ["names credentials of an unknown kind", '{"type": "planted", "private_key": "planted"}'],
])("GOOGLE_APPLICATION_CREDENTIALS that %s is said plainly, and not told", async (_, content) => {
  const folder = await mkdtemp(join(tmpdir(), "planted-"));
  try {
    const file = join(folder, "credentials.json");
    if (content !== undefined) await writeFile(file, content);
    vi.stubEnv("GOOGLE_APPLICATION_CREDENTIALS", file);
    const store = gs({ endpoint: "https://127.0.0.1:1", retries: 0 });
    const reading = store.open("gs://notebooks/a.ipynb");
    await expect(reading).rejects.toThrow(
      /^\[store-unauthenticated\](?!.*planted).*GOOGLE_APPLICATION_CREDENTIALS/s,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
