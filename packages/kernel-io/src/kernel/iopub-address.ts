import { ScrapbookError } from "@scrapbook/core";
import { utf8Decoder } from "@scrapbook/core/internal";
import { type DenoSystem, denoSystem } from "../platform.ts";

/** Where front ends hear what the kernel shows. */
export interface IopubAddress {
  readonly hostname: string;
  readonly port: number;
}

/** `--conn` of the kernel's command line, between NULs, spaces or quotation marks. */
const connectionOption = /--conn[= \0]"?([^"\0\n]+\.json|[^"\0\n]+)/;

/**
 * The iopub channel of the Deno kernel that this code runs in: a file tells the kernel its ports, and
 * the kernel's command line names the file.
 *
 * @throws `usage-kernel-limit` where it cannot be found.
 */
export function findIopub(): IopubAddress {
  try {
    const deno = denoSystem() as DenoSystem;
    const [, file = ""] = connectionOption.exec(commandLine(deno)) ?? [];
    const { ip, iopub_port: port } = JSON.parse(deno.readTextFileSync(file)) as {
      readonly ip?: unknown;
      readonly iopub_port?: unknown;
    };
    if (typeof ip === "string" && typeof port === "number") return { hostname: ip, port };
    throw new Error(`${file} has no ip and iopub_port`);
  } catch (cause) {
    throw new ScrapbookError("usage-kernel-limit", {
      what: "The connection file of Deno's kernel was not found, so nobody can tell whether outputs have left the kernel before a cell ends",
      expected: "a kernel that Jupyter started, with `--conn`",
      hint: "Start the kernel through Jupyter, papermill or nbclient, and let it read that file.",
      cause,
    });
  }
}

function commandLine(deno: DenoSystem): string {
  const { os } = deno.build;
  if (os === "linux" || os === "android") return deno.readTextFileSync("/proc/self/cmdline");
  const [program, ...args] =
    os === "windows"
      ? [
          "powershell",
          "-NoProfile",
          "-Command",
          `(Get-CimInstance Win32_Process -Filter ProcessId=${deno.pid}).CommandLine`,
        ]
      : ["ps", "-ww", "-o", "args=", "-p", `${deno.pid}`];
  return utf8Decoder.decode(new deno.Command(program, { args }).outputSync().stdout);
}
