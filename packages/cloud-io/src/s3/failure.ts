import { Failure } from "../failure.ts";
import { networkFailure } from "../network-failure.ts";
import { statusFailure } from "../status-failure.ts";

/** What the SDK throws, as far as we look at it. */
interface ServiceError {
  readonly name?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $response?: { readonly headers?: Readonly<Record<string, string>> };
}

/** Names that tell more than their status. versitygw answers an unknown access key with 404. */
const notKnown =
  /^(?:InvalidAccessKeyId|SignatureDoesNotMatch|ExpiredToken|InvalidToken|TokenRefreshRequired|RequestTimeTooSkewed|InvalidClientTokenId|XAdminUserNotFound)$/;
const noCredentials = /^(?:CredentialsProviderError|TokenProviderError)$/;

/** What an error of the AWS SDK means. Nothing that was sent is in it. */
export function s3Failure(error: unknown): unknown {
  if (error instanceof Failure) return error;
  const { name = "", $metadata, $response } = error as ServiceError;
  if (noCredentials.test(name) || /credential/i.test(name)) {
    return new Failure("store-unauthenticated", {
      what: "No AWS credentials were found",
      got: name,
      hint: "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY or AWS_PROFILE, or give the option credentials.",
    });
  }
  const status = $metadata?.httpStatusCode;
  if (status === undefined) {
    if (name === "TimeoutError") return networkFailure({ code: "ETIMEDOUT" });
    return networkFailure(error) ?? error;
  }
  const isSaid = !/^(?:\d+|Unknown|UnknownError|Error)$/.test(name);
  const word = isSaid ? name : undefined;
  const retryAfter = $response?.headers?.["retry-after"];
  if (notKnown.test(name)) return statusFailure({ status, word, like: 401 });
  if (name === "NoSuchBucket") return bucketMissing();
  return statusFailure({ status, word, retryAfter });
}

function bucketMissing(): Failure {
  return new Failure("store-not-found", {
    what: "There is no such bucket",
    hint: "Check its name and the endpoint.",
  });
}
