package smartcity.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import smartcity.bench.backlog.BacklogWriter;
import smartcity.bench.backlog.KafkaBacklog;
import smartcity.bench.cluster.TemporaryCluster;
import smartcity.bench.drain.DrainTask;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.FileFailure;
import smartcity.local.child.LaunchException;
import smartcity.local.infra.PackagedSink;

/// Makes the AOT cache of the packaged sink: a sink drains a backlog and stops, on a Kafka and an S3 of its own.
///
/// @param folder holds the data of the run until its end
/// @param records in the backlog
/// @param progress receives a line for each step
public record CacheTraining(Path folder, long records, Consumer<String> progress) {
    /// Enough that the code of a steady flow has been optimised: a drain of some seconds. Chosen, not measured.
    public static final long RECORDS = 1_500_000;

    private static final int PARTITIONS = 6;
    private static final Duration LIMIT = Duration.ofMinutes(10);
    /// Stopping takes a second; the rest is the JVM, which needs 10 s on two idle cores.
    private static final Duration WRITING = Duration.ofMinutes(5);

    /// Replaces the cache.
    ///
    /// @throws LaunchException if the sink did not land everything, or left no cache
    public void run() {
        KafkaBacklog backlog = new KafkaBacklog(records, PARTITIONS, 1);
        progress.accept("Making an AOT cache for the sink: starting Kafka and S3");
        try (TemporaryCluster cluster = TemporaryCluster.open(folder, records)) {
            progress.accept(BacklogWriter.fill(backlog, cluster));
            DrainTask drain = new DrainTask(cluster, backlog, "training", LIMIT);
            SinkContender sink = new SinkContender(Optional.empty());
            ChildProcess child = cluster.start(sink.training(drain));
            sink.await(child, drain);
            progress.accept("The sink has landed everything; its JVM writes the cache");
            if (!child.stop(WRITING)) {
                throw new LaunchException(
                        "The JVM has not written the AOT cache after " + WRITING.toMinutes() + " minutes");
            }
            PackagedSink trained = cluster.installation().sink();
            progress.accept(described(trained.keepTrained()));
        }
    }

    /// A cache as a short text: its size.
    static String described(Path cache) {
        try {
            return "AOT cache of " + (Files.size(cache) >> 20) + " MiB";
        } catch (IOException e) {
            throw new LaunchException("Failed to look at " + cache + ": " + FileFailure.reason(e), e);
        }
    }
}
