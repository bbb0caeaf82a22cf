import type { IncomingMessage } from "node:http";
import { Failure, type Meaning } from "../failure.ts";
import { header } from "../http/answer.ts";
import { readShort } from "../http/exchange.ts";
import { statusFailure } from "../status-failure.ts";

const unauthenticated: Meaning = {
  code: "store-unauthenticated",
  what: "HDFS wants to know who asks",
  hint: "Give a delegation token, or what your gateway asks for by the option authorization.",
};
const full: Meaning = {
  code: "store-full",
  what: "HDFS has no room left for this folder",
  hint: "Ask for a larger quota, or remove something.",
};
const notReady: Meaning = {
  code: "store-io",
  what: "HDFS is not ready",
  hint: "Try again later.",
  isPassing: true,
};
const standby: Meaning = {
  code: "store-unreachable",
  what: "This NameNode is on standby",
  hint: "Name the one that is active, by the option endpoint or WEBHDFS_URL.",
  isPassing: true,
};
const exists: Meaning = {
  code: "store-conflict",
  what: "There is a file already",
  hint: "Nothing was written. Read it again and repeat the change.",
};
const notFile: Meaning = { code: "store-not-file", what: "A file is where a folder should be" };

/** What exceptions of Hadoop mean whose status says less: most of them come as 403. */
const meanings: Readonly<Record<string, Meaning>> = {
  AuthenticationException: unauthenticated,
  SecurityException: unauthenticated,
  InvalidToken: unauthenticated,
  FileAlreadyExistsException: exists,
  AlreadyBeingCreatedException: exists,
  ParentNotDirectoryException: notFile,
  NSQuotaExceededException: full,
  DSQuotaExceededException: full,
  QuotaByStorageTypeExceededException: full,
  StandbyException: standby,
  SafeModeException: notReady,
  RetriableException: notReady,
  IOException: {
    code: "store-io",
    what: "HDFS could not do it",
    hint: "Try again, and look whether its DataNodes run.",
    isPassing: true,
    mayBeDone: true,
  },
  InvalidPathException: {
    code: "usage-argument",
    what: "HDFS cannot hold a file of this name",
    hint: "Names hold no colon and no control characters.",
  },
  UnsupportedOperationException: { code: "store-unsupported", what: "The server cannot do this" },
};

/** What an answer means that is no success. Hadoop's message is not shown: it may hold what was sent. */
export async function hdfsFailure(answer: IncomingMessage): Promise<Failure> {
  const status = answer.statusCode ?? 0;
  const exception = exceptionOf(await readShort(answer, 100_000));
  const meaning = exception === undefined ? undefined : meanings[exception];
  const got = `HTTP ${status}${exception === undefined ? "" : ` ${exception}`}`;
  if (meaning !== undefined) {
    const { code, ...details } = meaning;
    return new Failure(code, { ...details, got });
  }
  if (status === 401 && /\bnegotiate\b/i.test(header(answer, "www-authenticate") ?? "")) {
    const { code, ...details } = unauthenticated;
    const what = "HDFS asks for Kerberos, which is not spoken here";
    return new Failure(code, { ...details, what, got });
  }
  const retryAfter = header(answer, "retry-after");
  return statusFailure({ status, word: exception, retryAfter });
}

/** The name of the exception in a body such as `{"RemoteException": {"exception": …}}`. */
function exceptionOf(body: string): string | undefined {
  try {
    const { RemoteException: said } = JSON.parse(body) as {
      RemoteException?: { exception?: unknown };
    };
    const name = said?.exception;
    return typeof name === "string" && /^\w{1,60}$/.test(name) ? name : undefined;
  } catch {
    return undefined;
  }
}
