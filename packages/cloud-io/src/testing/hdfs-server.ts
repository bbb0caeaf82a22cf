import { startHdfs as start } from "../../../../scripts/servers/hdfs.mjs";
import { serverFile } from "../../../../scripts/servers/installs.mjs";

/** A running HDFS: a NameNode and a DataNode. */
export const startHdfs = (): ReturnType<typeof start> => start(serverFile("hdfs"));
