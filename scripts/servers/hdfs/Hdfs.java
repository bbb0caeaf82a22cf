import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** A real NameNode and a real DataNode in one process: Hdfs FOLDER. Prints `READY PORT`, the port of WebHDFS. */
public class Hdfs {
  public static void main(String[] args) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set("hdfs.minidfs.basedir", args[0]);
    configuration.setBoolean("dfs.webhdfs.enabled", true);
    configuration.set("dfs.datanode.hostname", "127.0.0.1");
    configuration.setInt("dfs.namenode.fs-limits.min-block-size", 0);
    MiniDFSCluster cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(1).format(true).build();
    cluster.waitActive();
    System.out.println("READY " + cluster.getNameNode(0).getHttpAddress().getPort());
    // Ends with whoever started it, even if that was killed.
    while (System.in.read() >= 0) {}
    cluster.shutdown(true);
    System.exit(0);
  }
}
