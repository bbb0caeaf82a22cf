import { cpSync, existsSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { findProgram } from "../lib/find-program.mjs";
import { root } from "../lib/root.mjs";
import { npm, run } from "../lib/run.mjs";
import { cacheFolder } from "./cache.mjs";

/**
 * A real server that tests run against: how it is had, from the package registry of its language.
 * @typedef {object} Install
 * @property {string} version Exact. Another version has another folder.
 * @property {readonly string[]} tools Programs that its installation needs.
 * @property {string} file The file that shows that it is there, below its folder.
 * @property {(folder: string) => Promise<boolean>} install Fills an empty folder.
 */

/**
 * @param {string} module
 * @param {string} version
 * @param {string} command The package of the command, below the module.
 * @returns {Install}
 */
const fromGo = (module, version, command) => {
  const name = command === "" ? /** @type {string} */ (module.split("/").at(-1)) : command;
  const source = command === "" ? module : `${module}/cmd/${command}`;
  return {
    version,
    tools: ["go"],
    file: name,
    install: (folder) =>
      succeeds([findProgram("go") ?? "go", "install", `${source}@v${version}`], { GOBIN: folder }),
  };
};

/** @typedef {"versitygw" | "fake-gcs-server" | "azurite" | "hdfs"} ServerName */

/** @type {Record<ServerName, Install>} */
export const installs = {
  versitygw: fromGo("github.com/versity/versitygw", "1.8.0", "versitygw"),
  "fake-gcs-server": fromGo("github.com/fsouza/fake-gcs-server", "1.56.1", ""),
  azurite: {
    version: "3.35.0",
    tools: [],
    file: "node_modules/azurite/dist/src/blob/main.js",
    install: (folder) =>
      succeeds(
        npm("install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", folder).concat([
          "--no-package-lock",
          "--ignore-scripts",
          `azurite@${installs.azurite.version}`,
        ]),
      ),
  },
  hdfs: {
    version: "3.4.2",
    tools: ["mvn", "java"],
    file: "classes/Hdfs.class",
    install: async (folder) => {
      cpSync(`${root}scripts/servers/hdfs`, folder, { recursive: true });
      mkdirSync(join(folder, "classes"));
      return (
        (await succeeds(
          ["mvn", "-B", "-q", "-f", join(folder, "pom.xml")].concat([
            "dependency:copy-dependencies",
            `-DoutputDirectory=${join(folder, "lib")}`,
          ]),
        )) &&
        (await succeeds(
          ["javac", "-cp", `${join(folder, "lib")}/*`, "-d"].concat([
            join(folder, "classes"),
            join(folder, "Hdfs.java"),
          ]),
        ))
      );
    },
  },
};

export const serverNames = /** @type {ServerName[]} */ (Object.keys(installs));

/** @param {ServerName} name The file that the server is started from, once it is installed. */
export function serverFile(name) {
  const { version, file } = installs[name];
  return join(cacheFolder(name, version), file);
}

/** @param {ServerName} name */
export function installedServer(name) {
  const file = serverFile(name);
  return existsSync(file) ? file : undefined;
}

/** The class path of the HDFS that is installed in a folder. @param {string} folder */
export const hdfsClassPath = (folder) =>
  [join(folder, "classes"), `${join(folder, "lib")}/*`].join(delimiter);

/**
 * @param {string[]} command
 * @param {Record<string, string>} [env]
 */
async function succeeds(command, env = {}) {
  const { code, output } = await run(command, { env, quiet: true });
  if (code !== 0) console.error(output.trimEnd().split("\n").slice(-20).join("\n"));
  return code === 0;
}
