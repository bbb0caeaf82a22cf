import { startFakeGcs } from "../../../../scripts/servers/fake-gcs.mjs";
import { serverFile } from "../../../../scripts/servers/installs.mjs";

/** A running Google Cloud Storage with a bucket called `notebooks`. */
export const startGs = () => startFakeGcs(serverFile("fake-gcs-server"), ["notebooks"]);
