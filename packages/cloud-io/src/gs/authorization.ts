import { Failure } from "../failure.ts";
import { loadPackage } from "../missing-package.ts";

const scope = "https://www.googleapis.com/auth/devstorage.read_write";

/**
 * The header `Authorization` by Google's default chain: GOOGLE_APPLICATION_CREDENTIALS, what gcloud
 * stored, the metadata server. Loads `google-auth-library`.
 */
export async function googleAuthorization(): Promise<() => Promise<string>> {
  const { GoogleAuth } = await loadPackage(
    "google-auth-library",
    "gs://",
    () => import("google-auth-library"),
  );
  const auth = new GoogleAuth({ scopes: [scope] });
  return async () => {
    let token: string | null | undefined;
    try {
      token = await auth.getAccessToken();
    } catch (error) {
      throw unauthenticated(error instanceof Error ? error.name : undefined);
    }
    if (!token) throw unauthenticated();
    return `Bearer ${token}`;
  };
}

/** What the library says may hold paths and more of the environment: it stays out. */
function unauthenticated(got?: string): Failure {
  return new Failure("store-unauthenticated", {
    what: "No Google credentials were found, or they gave no token",
    got,
    hint: "Set GOOGLE_APPLICATION_CREDENTIALS, run gcloud auth application-default login, or give the option token; anonymous: true reads public buckets.",
  });
}
