import { expect, test } from "vitest";
import { html } from "../html.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { renderPage } from "./page.ts";

const page = renderPage("a <title>", html`<main>x</main>`);

test("the policy comes first, right after the encoding", () => {
  const head = page.slice(page.indexOf("<head>") + 6).trimStart();
  expect(head).toMatch(
    /^<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="/,
  );
  expect(page).toContain(`content="${contentSecurityPolicy}"`);
});

test("the title is escaped", () => {
  expect(page).toContain("<title>a &lt;title&gt;</title>");
});

test("the page names no other address", () => {
  expect(page).not.toMatch(/https?:|\/\/[a-z]/i);
});
