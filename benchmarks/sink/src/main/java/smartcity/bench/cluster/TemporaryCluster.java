package smartcity.bench.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.ChildProgram;
import smartcity.local.child.FileFailure;
import smartcity.local.child.LaunchException;
import smartcity.local.child.StopRequest;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.InfraSettings;
import smartcity.local.infra.KafkaTopics;
import smartcity.local.infra.LocalInfra;
import smartcity.local.infra.LoopbackPort;

/// Kafka and S3 as `./smartcity up` starts them, on free ports, in a folder that is removed when the cluster is closed.
public final class TemporaryCluster implements AutoCloseable {
    private static final long SPACE_BASE = 1L << 30;
    /// Record in Kafka and in the largest lake, with room to spare [bytes].
    private static final long SPACE_PER_RECORD = 1_000;

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final BuiltProject installation = BuiltProject.atHome();
    private final InfraSettings infra;
    private final List<ChildProcess> children = new ArrayList<>();

    private TemporaryCluster(InfraSettings infra) {
        this.infra = infra;
    }

    /// Starts Kafka and S3 and waits until they answer.
    ///
    /// @param parent folder with room for the data; created if it does not exist
    /// @param records how many the topic is to hold
    public static TemporaryCluster open(Path parent, long records) {
        try {
            Files.createDirectories(parent);
            requireSpace(parent, SPACE_BASE + records * SPACE_PER_RECORD);
            Path data = Files.createTempDirectory(parent.toAbsolutePath(), "smartcity-bench-");
            TemporaryCluster cluster =
                    new TemporaryCluster(InfraSettings.of(data, LoopbackPort.anyFree(), LoopbackPort.anyFree()));
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "cluster-close"));
            cluster.start();
            return cluster;
        } catch (IOException e) {
            throw new LaunchException("Failed to use the folder " + parent + ": " + FileFailure.reason(e), e);
        }
    }

    public BuiltProject installation() {
        return installation;
    }

    public InfraSettings infra() {
        return infra;
    }

    /// The bucket as plain files.
    public Path bucket() {
        return infra.data().resolve("s3").resolve(InfraSettings.BUCKET);
    }

    /// Credentials of the bucket.
    public String accessKey() {
        return environment("QUARKUS_S3_AWS_CREDENTIALS_STATIC_PROVIDER_ACCESS_KEY_ID");
    }

    /// Credentials of the bucket.
    public String secretKey() {
        return environment("QUARKUS_S3_AWS_CREDENTIALS_STATIC_PROVIDER_SECRET_ACCESS_KEY");
    }

    /// The topics seen with the offsets of one consumer group.
    public KafkaTopics topics(List<String> names, String group) {
        return new KafkaTopics(infra.bootstrapServers(), names, group);
    }

    /// Starts a process that ends with the cluster at the latest.
    public synchronized ChildProcess start(ChildProgram program) {
        ChildProcess child = ChildProcess.start(program, infra.logs());
        children.add(child);
        return child;
    }

    /// Removes a folder of the cluster and what is in it; one that does not exist is removed already.
    public void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException e) {
            throw new LaunchException("Failed to remove " + folder + ": " + FileFailure.reason(e), e);
        }
    }

    /// Ends every process, the newest first, and removes the folder. May be called twice.
    @Override
    public synchronized void close() {
        children.reversed().stream().filter(ChildProcess::isAlive).forEach(child -> child.stop(TIMEOUT));
        remove(infra.data());
    }

    private void start() {
        LocalInfra starting = new LocalInfra(installation, infra);
        StopRequest never = new StopRequest();
        ChildProcess kafka = keep(starting.startKafka());
        ChildProcess s3 = keep(starting.startS3());
        try (KafkaTopics topics = topics(List.of(), "none")) {
            starting.awaitS3(s3, never);
            starting.awaitKafka(kafka, topics, never);
        }
    }

    private synchronized ChildProcess keep(ChildProcess child) {
        children.add(child);
        return child;
    }

    private String environment(String name) {
        return infra.s3Environment().getOrDefault(name, "");
    }

    private static void requireSpace(Path parent, long bytes) throws IOException {
        long free = Files.getFileStore(parent).getUsableSpace();
        if (free < bytes) {
            throw new LaunchException("The benchmark needs " + (bytes >> 20) + " MiB in " + parent + " but only "
                    + (free >> 20) + " MiB are free: choose another folder with --work");
        }
    }
}
