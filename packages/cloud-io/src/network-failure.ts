import { Failure } from "./failure.ts";

/** Errors of a connection that may go well next time, and after which a request may have been carried out. */
const dropped = new Set([
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "ERR_STREAM_PREMATURE_CLOSE",
  "UND_ERR_SOCKET",
  "ERR_HTTP2_STREAM_ERROR",
]);
/** Errors before anything was sent that may go well next time. */
const notYet = new Set([
  "ECONNREFUSED",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EADDRNOTAVAIL",
]);
const noHost = new Set(["ENOTFOUND"]);
const certificate = /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)|^EPROTO$/;
/** What says that the peer closed the connection, where there is no code. */
const droppedText = /socket hang up|aborted|premature|terminated/i;

/** What an error of the network means; `undefined` for any other error. */
export function networkFailure(error: unknown): Failure | undefined {
  const code = codeOf(error);
  if (
    dropped.has(code) ||
    (code === "" && error instanceof Error && droppedText.test(error.message))
  ) {
    return new Failure("store-unreachable", {
      what: "The connection was dropped, again and again",
      got: code || undefined,
      hint: "Check the network, and try again.",
      isPassing: true,
      mayBeDone: true,
    });
  }
  if (notYet.has(code)) return unreachable("The server cannot be reached", code, true);
  if (noHost.has(code)) return unreachable("There is no host of that name", code, false);
  if (certificate.test(code))
    return unreachable("The server's certificate is not trusted", code, false);
  return undefined;
}

function unreachable(what: string, got: string, isPassing: boolean): Failure {
  const hint = "Check the address and the network.";
  return new Failure("store-unreachable", { what, got, hint, isPassing });
}

/** The code of an error, or of what caused it: SDKs wrap what Node says. */
function codeOf(error: unknown): string {
  let at: unknown = error;
  for (let depth = 0; depth < 4 && typeof at === "object" && at !== null; depth++) {
    const { code, cause, errors } = at as { code?: unknown; cause?: unknown; errors?: unknown };
    if (typeof code === "string" && /^[A-Z][A-Z0-9_]+$/.test(code)) {
      if (code !== "REQUEST_SEND_ERROR" && code !== "PARSE_ERROR") return code;
    }
    at = cause ?? (Array.isArray(errors) ? errors[0] : undefined);
  }
  return "";
}
