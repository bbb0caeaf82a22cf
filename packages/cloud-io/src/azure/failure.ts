import { Failure } from "../failure.ts";
import { networkFailure } from "../network-failure.ts";
import { statusFailure } from "../status-failure.ts";

/** What the SDK throws, as far as we look at it. */
interface RestError {
  readonly name?: string;
  readonly code?: string;
  readonly statusCode?: number;
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
}

/** Codes of Azure that tell more than their status. */
const notKnown = /^(?:AuthenticationFailed|InvalidAuthenticationInfo|NoAuthenticationInformation)$/;
const isThere = /^(?:BlobAlreadyExists|UnmodifiedConditionFailed)$/;

/** What an error of Azure's SDK means. It holds the request, with its signature: none of it is kept. */
export function azureFailure(error: unknown): unknown {
  if (error instanceof Failure) return error;
  const { name = "", code, statusCode: status, response } = error as RestError;
  if (
    /^(?:CredentialUnavailableError|AuthenticationError|AggregateAuthenticationError|AuthenticationRequiredError)$/.test(
      name,
    )
  ) {
    return new Failure("store-unauthenticated", {
      what: "No Azure credentials were found, or they gave no token",
      got: name,
      hint: "Set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, sign in with az login, or use an address with a SAS.",
    });
  }
  if (status === undefined) return networkFailure(error) ?? error;
  if (code !== undefined && notKnown.test(code))
    return statusFailure({ status, word: code, like: 401 });
  if (code !== undefined && isThere.test(code))
    return statusFailure({ status, word: code, like: 412 });
  const retryAfter = response?.headers?.get("retry-after");
  return statusFailure({ status, word: code, retryAfter });
}
