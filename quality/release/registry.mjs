import { once } from "node:events";
import { join } from "node:path";
import { npm, run } from "../../scripts/lib/run.mjs";

/**
 * A registry on this machine, on a free port: it holds what is published to it, and fetches everything else from
 * the registry that npm is set to use here.
 * @typedef {object} Registry
 * @property {string} url With a slash at its end.
 * @property {string} npmrc Lines of an .npmrc that make npm use it, also for publishing.
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a registry that keeps everything below `folder` and forgets it with it.
 * @param {string} folder Absolute.
 * @returns {Promise<Registry>}
 */
export async function startRegistry(folder) {
  const { runServer } = await import("verdaccio");
  const { output } = await run(npm("config", "get", "registry"), { quiet: true });
  const server = await runServer({
    self_path: join(folder, "config.yaml"),
    storage: join(folder, "storage"),
    uplinks: { others: { url: output.trim(), maxage: "60m", timeout: "60s" } },
    packages: {
      "@scrapbook/*": { access: "$all", publish: "$all" },
      "**": { access: "$all", proxy: "others" },
    },
    auth: { htpasswd: { file: join(folder, "htpasswd") } },
    log: { type: "file", path: join(folder, "registry.log"), format: "pretty", level: "warn" },
    web: { enable: false },
    publish: { check_owners: false },
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const host = `127.0.0.1:${server.address().port}`;
  return {
    url: `http://${host}/`,
    // npm publishes only with a token; this registry takes any.
    npmrc: `registry=http://${host}/\n//${host}/:_authToken=anybody\n`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
