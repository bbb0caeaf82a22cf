import { expect, test } from "vitest";
import { createTail } from "./tail.ts";

test("a tail keeps the end of what it is given, and says that it was cut", () => {
  const tail = createTail(10);
  tail.push(Buffer.from("hello\n"));
  expect(tail.text()).toBe("hello");
  tail.push(Buffer.from("0123456789"));
  expect(tail.text()).toBe("… 0123456789");
  tail.forget();
  expect(tail.text()).toBe("");
});

test("a tail keeps the end of one long piece", () => {
  const tail = createTail(4);
  tail.push(Buffer.from("0123456789"));
  tail.push(Buffer.from("\n"));
  expect(tail.text()).toBe("… 789");
});
