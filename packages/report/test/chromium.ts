import { type Browser, chromium } from "playwright";

/** How long a page may take for anything: on a busy machine more than the usual 30 seconds. */
const slowMs = 120_000;

/** Chromium without its own traffic; every host name leads to this machine, so that a trap sees it. */
export async function launchChromium(): Promise<Browser> {
  const browser = await chromium.launch({
    timeout: slowMs,
    executablePath: process.env.CHROMIUM_BIN ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--host-resolver-rules=MAP * 127.0.0.1",
    ],
  });
  browser.on("context", (context) => context.setDefaultTimeout(slowMs));
  return browser;
}
