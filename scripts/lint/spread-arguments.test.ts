import { expect, test } from "vitest";
import { spreadArguments } from "./spread-arguments.mjs";

const count = (text: string) => spreadArguments("a.ts", text).length;

test.each([
  "all.push(...more)",
  "all.unshift(first, ...more)",
  "all.splice(1, 0, ...more)",
  "all?.push(...more)",
  "const m = Math.max(...numbers)",
  "Math.min(0, ...numbers.map((n) => n + 1))",
  "String.fromCharCode(...bytes)",
  "Object.assign({}, ...parts)",
  "String.fromCharCode.apply(null, bytes)",
  "all.concat(...lists)",
])("%s is refused", (text) => expect(count(text)).toBe(1));

test.each([
  "all.push(one, two)",
  "all.push(...[one, two])",
  "const all = [...one, ...two]",
  "run(...options)",
  "new Map([...one])",
  "Math.max(a, b)",
  "listener.apply(this, arguments)",
  "listener.apply(this, [one])",
  "session.apply()",
])("%s is allowed", (text) => expect(count(text)).toBe(0));
