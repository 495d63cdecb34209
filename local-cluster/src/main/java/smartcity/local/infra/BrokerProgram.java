package smartcity.local.infra;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/// A single Kafka node, broker and KRaft controller in one, as a process of its own.
///
/// Run with the path of its properties file; formats the log folder they name unless it is formatted already.
final class BrokerProgram {
    private BrokerProgram() {}

    static void main(String[] args) throws IOException {
        Path properties = Path.of(args[0]);
        int status = format(properties);
        if (status != 0) {
            System.exit(status);
        }
        Kafka.main(new String[] {properties.toString()});
    }

    /// Makes a cluster in the log folder unless there is one. The ID of a new cluster is one that none had before: a
    /// folder that was deleted and made again is another cluster, whose offsets must not be taken for those of the
    /// former.
    ///
    /// @param properties the node's properties file
    /// @return 0, or the status with which the process must end
    static int format(Path properties) throws IOException {
        Path meta = Path.of(read(properties).getProperty("log.dirs"), "meta.properties");
        String clusterId = Files.exists(meta)
                ? read(meta).getProperty("cluster.id")
                : Uuid.randomUuid().toString();
        String[] format = {"format", "--cluster-id", clusterId, "--config", properties.toString(), "--ignore-formatted"
        };
        return StorageTool.execute(format, System.out);
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
