// npm start: the main job on a fresh clone. Installs what is missing, then runs examples/tickers/main.ts on the
// packages' sources, so that there is nothing to build first.
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { installWhatIsMissing } from "./lib/install.mjs";
import { root } from "./lib/root.mjs";

await installWhatIsMissing();
const loader = pathToFileURL(`${root}scripts/ts-loader.mjs`).href;
const { status } = spawnSync(
  process.execPath,
  [
    "--enable-source-maps",
    "--conditions=@scrapbook/source",
    `--import=${loader}`,
    "examples/tickers/main.ts",
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: "inherit" },
);
process.exitCode = status ?? 1;
