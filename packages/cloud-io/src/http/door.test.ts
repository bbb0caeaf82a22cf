import { expect, test } from "vitest";
import { allowedAddresses, isPrivate, requirePrivate } from "./door.ts";

test.each([
  ["https://files.example/", true],
  ["http://localhost:8000/", true],
  ["http://127.0.0.1/", true],
  ["http://127.9.9.9/", true],
  ["http://[::1]:8000/", true],
  ["http://files.example/", false],
  ["http://127.0.0.1.files.example/", false],
  ["http://localhost.files.example/", false],
  ["http://169.254.169.254/", false],
])("what authorizes may go to %s: %s", (url, may) => {
  expect(isPrivate(new URL(url))).toBe(may);
  if (!may) expect(() => requirePrivate(new URL(url))).toThrow("Credentials are not sent");
});

test("allowUrl sees the URL without its secrets, and every address of its host", async () => {
  const asked: string[] = [];
  const url = new URL("http://ada:planted@localhost:8000/a?b#planted");
  const allowed = await allowedAddresses(url, (shown, address) => {
    asked.push(shown.href);
    return address === "127.0.0.1";
  });
  expect(new Set(asked)).toEqual(new Set(["http://localhost:8000/a?b"]));
  expect(allowed.map(({ address }) => address)).toEqual(["127.0.0.1"]);
});

test.each(["http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/latest/"])(
  "a metadata address such as %s is refused by its number",
  async (url) => {
    const allowing = allowedAddresses(
      new URL(url),
      (_, address) => !/^(169\.254|fd)/.test(address),
    );
    await expect(allowing).rejects.toMatchObject({ code: "store-permission" });
  },
);
