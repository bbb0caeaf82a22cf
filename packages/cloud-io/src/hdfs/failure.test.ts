import { createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { hdfsFailure } from "./failure.ts";

/** An answer as it comes over the wire. */
async function answerWith(status: number, body: string, headers = {}): Promise<IncomingMessage> {
  const server = createServer((_, answer) => answer.writeHead(status, headers).end(body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve) => get(`http://127.0.0.1:${port}`, { agent: false }, resolve));
}

const said = (exception: string): string =>
  JSON.stringify({ RemoteException: { exception, message: "planted" } });

test.each([
  [403, "AccessControlException", "store-permission", undefined],
  [403, "FileAlreadyExistsException", "store-conflict", undefined],
  [403, "StandbyException", "store-unreachable", true],
  [403, "SafeModeException", "store-io", true],
  [403, "IOException", "store-io", true],
  [403, "InvalidToken", "store-unauthenticated", undefined],
  [401, "AuthenticationException", "store-unauthenticated", undefined],
  [403, "DSQuotaExceededException", "store-full", undefined],
  [404, "FileNotFoundException", "store-not-found", undefined],
  [400, "InvalidPathException", "usage-argument", undefined],
  [400, "UnsupportedOperationException", "store-unsupported", undefined],
])("%d %s is %s", async (status, exception, code, isPassing) => {
  const failure = await hdfsFailure(await answerWith(status, said(exception)));
  expect(failure).toMatchObject({ code, details: { got: `HTTP ${status} ${exception}` } });
  expect(failure.details.isPassing).toBe(isPassing);
  expect(failure.message).not.toContain("planted");
});

test("what asks for Kerberos says so", async () => {
  const answer = await answerWith(401, "<html>", { "www-authenticate": "Negotiate" });
  const failure = await hdfsFailure(answer);
  expect(failure.code).toBe("store-unauthenticated");
  expect(failure.message).toContain("Kerberos");
});

test("an answer without a name for it is known by its status", async () => {
  const failure = await hdfsFailure(await answerWith(503, "busy", { "retry-after": "2" }));
  expect(failure).toMatchObject({ code: "store-io", details: { retryAfterMs: 2000 } });
});
