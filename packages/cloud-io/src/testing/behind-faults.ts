import type { Store } from "@scrapbook/core/io";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { type SeenRequest, startFaultProxy } from "../../../../scripts/servers/fault-proxy.mjs";
import type { CloudOptions } from "../settings.ts";

/** A real server that is tested through a proxy which does what networks do. */
export interface FaultyServer {
  readonly name: string;
  start(): Promise<{ readonly url: string; stop(): Promise<void> }>;
  /** A store that asks at a URL: that of the server, or of the proxy. */
  storeAt(url: string, options: CloudOptions): Store;
  /** A location below the place of the tests. */
  at(path: string): string;
  /** Puts bytes there, without the proxy. Default: through the store. */
  put?(url: string, location: string, bytes: Uint8Array): Promise<void>;
  /** Whether this is the request for the bytes of an object. */
  isGet(seen: SeenRequest): boolean;
  /** Whether this is the request that makes a write take place. */
  isPut?(seen: SeenRequest): boolean;
  /** Whether this is the request that tells what an object is, as a write asks before and after. */
  isHead?(seen: SeenRequest): boolean;
}

/** What tests of a server behind a proxy work with. */
export interface BehindFaults {
  readonly proxy: Awaited<ReturnType<typeof startFaultProxy>>;
  /** A location that no other test has. */
  fresh(): string;
  /** The store without the proxy: what another program does and sees. */
  direct(): Store;
  /** The store through the proxy. */
  through(options?: CloudOptions): Store;
  put(location: string, bytes: Uint8Array): Promise<void>;
}

/** Starts a server and a proxy in front of it for the tests of a file. */
export function behindFaults(server: FaultyServer): () => BehindFaults {
  let running: Awaited<ReturnType<FaultyServer["start"]>>;
  let proxy: BehindFaults["proxy"];
  let names = 0;
  beforeAll(async () => {
    running = await server.start();
    proxy = await startFaultProxy(running.url);
  }, 300_000);
  afterAll(async () => {
    await proxy?.stop();
    await running?.stop();
  });
  beforeEach(() => proxy.clear());
  const direct = (): Store => server.storeAt(running.url, {});
  return () => ({
    proxy,
    fresh: () => server.at(`faults/${names++}.ipynb`),
    direct,
    through: (options = {}) => server.storeAt(proxy.url, options),
    put: async (location, bytes) => {
      if (server.put === undefined) await direct().write(location, [bytes]);
      else await server.put(running.url, location, bytes);
    },
  });
}
