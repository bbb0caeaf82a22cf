import { serverFile } from "../../../../scripts/servers/installs.mjs";
import { s3Credentials, startVersitygw } from "../../../../scripts/servers/versitygw.mjs";
import { type S3Options, s3 } from "../s3/index.ts";

export { s3Credentials };

/** A running S3 with a bucket called `notebooks`. */
export const startS3 = (): ReturnType<typeof startVersitygw> =>
  startVersitygw(serverFile("versitygw"), ["notebooks"]);

/** The store for a server at that URL. */
export const s3At = (endpoint: string, options: S3Options = {}): ReturnType<typeof s3> =>
  s3({ endpoint, region: "us-east-1", credentials: s3Credentials, ...options });
