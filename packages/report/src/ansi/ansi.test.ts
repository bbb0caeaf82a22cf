import { expect, test } from "vitest";
import { growth, linear } from "../../test/growth.ts";
import { renderAnsi } from "./ansi.ts";

const control = "\u001b";
const render = (text: string) => renderAnsi(text.replaceAll("^", control)).toString();

test.each([
  ["plain <text>", "plain &lt;text&gt;"],
  ["^[31mred^[0m", '<span class="t-f1">red</span>'],
  ["^[1;32;44mx^[m y", '<span class="t-bold t-f2 t-b4">x</span> y'],
  ["^[91mx^[39my", '<span class="t-f9">x</span>y'],
  [
    "^[38;5;208mx",
    '<span class="" style="color:light-dark(rgb(166 88 0),rgb(255 135 0))">x</span>',
  ],
  ["^[38;5;9mx", '<span class="t-f9">x</span>'],
  ["^[48;5;244mx", '<span class="" style="background-color:rgb(128 128 128)">x</span>'],
  [
    "^[38;2;1;2;999mx",
    '<span class="" style="color:light-dark(rgb(1 2 255),rgb(122 122 255))">x</span>',
  ],
  [
    "^[38:2:1:2:3mx",
    '<span class="" style="color:light-dark(rgb(1 2 3),rgb(141 141 142))">x</span>',
  ],
  ["^[1m^[22mx", "x"],
  ["^[3;4;7;9mx", '<span class="t-italic t-underline t-inverse t-strike">x</span>'],
  ["^[2J^[Hx^[?25l", "x"],
  ["^[31;mx", "x"],
  ["^]0;title", "␛]0;title"],
  ["^[38;5mx^[999mx", "xx"],
])("%j becomes %s", (text, markup) => {
  expect(render(text)).toBe(markup);
});

test("a script between sequences stays text", () => {
  expect(render('^[31m<script>^[38;2;1";x;3m')).not.toContain("<script");
});

test("hundreds of thousands of sequences take linear time, and few elements", () => {
  const markup = render("^[31mx".repeat(300_000));
  expect(markup.match(/<span/g)?.length).toBeLessThan(5_002);
  expect(growth((n) => render("^[31mx".repeat(n)), 10_000)).toBeLessThan(linear);
});
