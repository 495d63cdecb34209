package smartcity.local.infra;

import kafka.Kafka;
import kafka.tools.StorageTool;

/// A single Kafka node, broker and KRaft controller in one, as a process of its own.
///
/// Run with the path of its properties file; formats the log folder they name unless it is formatted already.
final class BrokerProgram {
    /// Every local city has the same: its 16 bytes read `smart-city-local`.
    private static final String CLUSTER_ID = "c21hcnQtY2l0eS1sb2NhbA";

    private BrokerProgram() {}

    static void main(String[] args) {
        String properties = args[0];
        String[] format = {"format", "--cluster-id", CLUSTER_ID, "--config", properties, "--ignore-formatted"};
        int status = StorageTool.execute(format, System.out);
        if (status != 0) {
            System.exit(status);
        }
        Kafka.main(new String[] {properties});
    }
}
