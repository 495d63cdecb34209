package smartcity.bench.drain;

import java.nio.file.Path;
import java.time.Duration;
import smartcity.bench.backlog.KafkaBacklog;
import smartcity.bench.cluster.TemporaryCluster;

/// What one drain works on.
///
/// @param name unique in the run; also the consumer group, and the folder in the bucket
/// @param limit after that time it has failed
public record DrainTask(TemporaryCluster cluster, KafkaBacklog backlog, String name, Duration limit) {
    /// Path before every key of this drain, with a slash at its end.
    public String prefix() {
        return name + "/";
    }

    /// Folder of its objects as plain files.
    public Path folder() {
        return cluster.bucket().resolve(name);
    }

    /// A folder of its own on the local disk, for checkpoints and the like.
    public Path work() {
        return cluster.infra().data().resolve("work").resolve(name);
    }
}
