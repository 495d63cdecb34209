package smartcity.bench.drain;

import java.nio.file.Path;
import java.time.Duration;
import smartcity.bench.backlog.KafkaBacklog;
import smartcity.bench.site.TemporaryCluster;

/// What one drain works on.
///
/// @param name unique in the run; also the consumer group, and the folder in the bucket
/// @param limit after that time it has failed
public record DrainTask(TemporaryCluster site, KafkaBacklog backlog, String name, Duration limit) {
    /// Path before every key of this drain, with a slash at its end.
    public String prefix() {
        return name + "/";
    }

    /// Folder of its objects as plain files.
    public Path folder() {
        return site.bucket().resolve(name);
    }

    /// A folder of its own on the local disk, for checkpoints and the like.
    public Path work() {
        return site.infra().data().resolve("work").resolve(name);
    }
}
