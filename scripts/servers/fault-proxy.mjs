import { Agent, createServer, request } from "node:http";

/**
 * What goes wrong with a request:
 * - `status`: the answer is that status, and the server behind is not asked.
 * - `reset`: the connection is reset before the request reaches the server.
 * - `cut`: the answer's body breaks off after `bytes` bytes.
 * - `stall`: the answer's body stops after `bytes` bytes, and the connection stays open.
 * - `lost`: the server carries the request out, and its answer is dropped.
 *
 * `after` is waited for before it does.
 * @typedef {{ after?: () => Promise<unknown> } & (
 *   { is: "status", status: number, headers?: Record<string, string>, body?: string } | { is: "reset" } | { is: "cut", bytes: number } | { is: "stall", bytes: number } | { is: "lost" })} Fault
 */

/**
 * A request as it came to the proxy.
 * @typedef {object} SeenRequest
 * @property {string} method
 * @property {string} url Path and query.
 * @property {import("node:http").IncomingHttpHeaders} headers
 */

/**
 * @typedef {object} FaultProxy
 * @property {string} url Stands for the server's.
 * @property {SeenRequest[]} seen Every request since `clear`.
 * @property {(fault: Fault | ((request: SeenRequest) => Fault | undefined), times?: number) => void} next The fault of the
 *   next `times` requests (default 1), or of those that a function chooses.
 * @property {() => number} openMost Most connections that were open at once since `clear`.
 * @property {() => void} clear Forgets what it has seen, and the faults that are left.
 * @property {() => Promise<void>} stop
 */

/**
 * A proxy in front of one server that does to requests what networks do. Signed requests stay valid: it changes neither
 * headers nor body. Redirects to other ports of this machine lead through it as well.
 * @param {string} target Origin of the server.
 * @returns {Promise<FaultProxy>}
 */
export async function startFaultProxy(target) {
  /** @type {{ fault: Fault | ((request: SeenRequest) => Fault | undefined), left: number }[]} */
  let plan = [];
  /** @type {SeenRequest[]} */
  let seen = [];
  let most = 0;
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  const agent = new Agent({ keepAlive: true });
  /** @type {Map<string, Promise<{ server: import("node:http").Server, url: string }>>} */
  const doors = new Map();

  /** @param {SeenRequest} request @returns {Fault | undefined} */
  const takeFault = (request) => {
    for (const planned of plan) {
      const { fault } = planned;
      const found = typeof fault === "function" ? fault(request) : fault;
      if (found === undefined) continue;
      planned.left--;
      plan = plan.filter(({ left }) => left > 0);
      return found;
    }
    return undefined;
  };

  /**
   * @param {string} origin
   * @param {import("node:http").IncomingMessage} incoming
   * @param {import("node:http").ServerResponse} answer
   */
  const pass = async (origin, incoming, answer) => {
    const { method = "GET", url = "/", headers } = incoming;
    const one = { method, url, headers };
    seen.push(one);
    const fault = takeFault(one);
    await fault?.after?.();
    if (fault?.is === "reset") return incoming.socket.resetAndDestroy();
    if (fault?.is === "status") {
      // The whole request is taken first, as servers do that mean to keep the connection.
      incoming.resume().once("end", () => {
        answer.writeHead(fault.status, fault.headers).end(fault.body);
      });
      return;
    }
    const outgoing = request(new URL(url, origin), { method, headers, agent }, async (reply) => {
      if (fault?.is === "lost") {
        reply.resume().once("close", () => incoming.socket.resetAndDestroy());
        return;
      }
      const { location } = reply.headers;
      if (location !== undefined && /^http:\/\/(127\.0\.0\.1|localhost):/.test(location)) {
        const to = new URL(location);
        const own = await openDoor(to.origin);
        reply.headers.location = own.url + to.pathname + to.search;
      }
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      if (fault === undefined) return reply.pipe(answer);
      let left = fault.bytes;
      let isBroken = false;
      // An answer that is shorter is not cut. One that has come whole ends although it is destroyed.
      reply.on("end", () => {
        if (!isBroken) answer.end();
      });
      reply.on("data", (/** @type {Buffer} */ piece) => {
        const part = piece.subarray(0, left);
        left -= part.length;
        if (part.length > 0) answer.write(part);
        if (left > 0) return;
        isBroken = true;
        reply.destroy();
        // What was sent arrives: a reset could overtake it.
        if (fault.is === "cut") incoming.socket.destroySoon();
      });
    });
    outgoing.on("error", () => incoming.socket.destroy());
    answer.on("close", () => outgoing.destroy());
    incoming.pipe(outgoing);
  };

  /** @param {string} origin */
  const openDoor = (origin) => {
    const open = doors.get(origin) ?? listen(origin);
    doors.set(origin, open);
    return open;
  };

  /** @param {string} origin @returns {Promise<{ server: import("node:http").Server, url: string }>} */
  const listen = (origin) =>
    new Promise((resolve) => {
      const server = createServer((incoming, answer) => pass(origin, incoming, answer));
      server.keepAliveTimeout = 60_000;
      server.on("connection", (socket) => {
        sockets.add(socket);
        most = Math.max(most, sockets.size);
        socket.on("error", () => {});
        socket.once("close", () => sockets.delete(socket));
      });
      server.listen(0, "127.0.0.1", () => {
        const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
        resolve({ server, url: `http://127.0.0.1:${port}` });
      });
    });

  const { url } = await openDoor(target);
  return {
    url,
    get seen() {
      return seen;
    },
    next: (fault, times = 1) => {
      plan.push({ fault, left: times });
    },
    openMost: () => most,
    clear: () => {
      plan = [];
      seen = [];
      most = sockets.size;
    },
    stop: async () => {
      agent.destroy();
      for (const door of doors.values()) {
        const { server } = await door;
        server.close();
        server.closeAllConnections();
      }
    },
  };
}
