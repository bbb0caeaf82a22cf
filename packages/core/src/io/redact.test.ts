import fc from "fast-check";
import { expect, test } from "vitest";
import { redact } from "./redact.ts";

test("an address loses user, password, query and fragment, and nothing else", () => {
  const table: [location: string, shown: string][] = [
    ["https://user:hunter2@host/a.ipynb?sig=hunter2#hunter2", "https://host/a.ipynb"],
    ["https://hunter2@host:8080/a.ipynb", "https://host:8080/a.ipynb"],
    ["s3://key:hunter2@bucket/a b.ipynb", "s3://bucket/a b.ipynb"],
    ["x://u:hunter2@h/a", "x://h/a"],
    ["https://host/repo@main/a.ipynb", "https://host/repo@main/a.ipynb"],
    ["https://host:8080/a.ipynb", "https://host:8080/a.ipynb"],
    ["https://host/a%20b/é.ipynb", "https://host/a%20b/é.ipynb"],
    ["https:/u:hunter2@host/a", "https:/host/a"],
    ["https:///u:hunter2@host/a", "https:///host/a"],
    ["https:\\\\u:hunter2@host\\a", "https:\\\\host\\a"],
    ["s3://", "s3://"],
  ];
  for (const [location, shown] of table) expect(redact(location), location).toBe(shown);
});

test("what may be a password is left out, even where it reads as host and path", () => {
  const table: [location: string, shown: string][] = [
    ["https://user:hunter/2@host/x", "https://…@host/x"],
    ["https://user:12/hunter2@host/x", "https://…@host/x"],
    ["https://user:hunter@2/3@host/x", "https://…@host/x"],
    ["https://user:hunter?2@host/x?y", "https://…@host/x"],
    ["https://user:hunter#2@host/x", "https://…@host/x"],
    ["s3://key:hunter/2@bucket/x", "s3://…@bucket/x"],
    ["https://us er:hunter2@[host/x", "https://…@[host/x"],
  ];
  for (const [location, shown] of table) expect(redact(location), location).toBe(shown);
});

test("a path is a path", () => {
  for (const path of ["a.ipynb", "/a@b/c?d#e", "C:\\u:p@h\\a", "C:/u:p@h/a", "a:b@c", "-", ""]) {
    expect(redact(path)).toBe(path);
  }
});

test("no password with a user before it is ever shown", () => {
  const secret = fc.string({ minLength: 3, unit: fc.constantFrom(..."ab:/@?#[]\\%& .é") });
  fc.assert(
    fc.property(fc.constantFrom("https", "s3", "x", "abfss"), secret, (scheme, password) => {
      const shown = redact(`${scheme}://user:<${password}>@host/a.ipynb?sig=1`);
      expect(shown).not.toContain("<");
      expect(shown).toMatch(/host\/a\.ipynb$/);
    }),
  );
});
