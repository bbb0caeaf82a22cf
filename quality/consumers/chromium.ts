import { type Browser, chromium } from "playwright";
import { findNeed } from "../../scripts/lib/needs.mjs";

/** How long a page may take for anything: on a busy machine more than the usual 30 seconds. */
const slowMs = 300_000;

const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findNeed("chromium") ?? "",
    args: ["--no-sandbox"],
    timeout: slowMs,
  });

let browser: Promise<Browser> | undefined;

/** The text that a page shows in its element `#found`, once there is one. */
export async function openPage(address: string): Promise<string> {
  browser ??= launch();
  const page = await (await browser).newPage();
  page.setDefaultTimeout(slowMs);
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  try {
    await page.goto(address);
    const found = page.locator("#found:not(:empty)");
    return (await found.textContent()) ?? "";
  } catch (error) {
    throw new Error(`${error}\nThe page's console: ${problems.join("\n")}`);
  } finally {
    await page.close();
  }
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
}
