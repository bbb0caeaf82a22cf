// node --import ./scripts/ts-loader.mjs --conditions=@scrapbook/source scripts/terminal-pictures.mjs: takes the pictures of
// docs/how-to.md from a real terminal. Needs a build, Chromium, and `script` of util-linux. Run by hand when output changes:
// fonts differ between machines, so the pictures are not compared.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderAnsi } from "../packages/report/src/ansi/ansi.ts";
import { displayStyle } from "../packages/report/src/page/style-sheet.ts";
import { launchChromium } from "../packages/report/test/chromium.ts";
import { root } from "./lib/root.mjs";

/** File in docs/pictures, and the command. @type {[string, string][]} */
const pictures = [
  ["terminal-ls", "ls AAA.ipynb --min-size 10kB"],
  ["terminal-rm", "rm AAA.ipynb --name distance --dry-run"],
];
const size = { columns: 108, rows: 40 };

const folder = mkdtempSync(join(tmpdir(), "scrapbook-pictures-"));
cpSync(join(root, "examples/tickers/notebooks"), folder, { recursive: true });
const browser = await launchChromium();
const page = await browser.newPage({ deviceScaleFactor: 2 });
for (const [name, command] of pictures) {
  const program = `${process.execPath} ${root}packages/cli/dist/main.js ${command}`;
  const shell = `stty cols ${size.columns} rows ${size.rows}; ${program}`;
  const output = execFileSync("script", ["-qec", shell, "/dev/null"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, TERM: "xterm-256color", NO_COLOR: undefined, CI: undefined },
  });
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${displayStyle}
    body { margin: 0 } pre { font: 14px/1.45 "DejaVu Sans Mono", monospace; margin: 0; padding: 16px 20px;
    width: max-content; background: #fbfbfa; color: #1d2327 }</style>
    <pre><b>$ scrapbook ${command}</b>\n${renderAnsi(output.replaceAll("\r", ""))}</pre>`);
  await page
    .locator("pre")
    .first()
    .screenshot({ path: `${root}docs/pictures/${name}.png` });
}
await browser.close();
rmSync(folder, { recursive: true, force: true });
