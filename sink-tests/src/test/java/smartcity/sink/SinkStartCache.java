package smartcity.sink;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The classes that a start of the sink loads, as an AOT cache: later starts take half of the processor time.
final class SinkStartCache {
    private static final Path FILE = Path.of("target/sink.aot");
    private static final Path UNFINISHED = Path.of("target/training.aot");

    /// Nothing answers there: the sink starts, and waits for Kafka and the bucket.
    private static final Map<String, String> NOWHERE = Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
            "QUARKUS_S3_ENDPOINT_OVERRIDE", "http://127.0.0.1:1",
            "SINK_GROUP_PROTOCOL", "classic", // else it asks the brokers, for ten seconds
            "SINK_BUCKET", "nowhere",
            "AWS_REGION", "eu-west-2",
            "AWS_ACCESS_KEY_ID", LocalBucket.ACCESS_KEY,
            "AWS_SECRET_ACCESS_KEY", LocalBucket.SECRET_KEY);

    private SinkStartCache() {}

    /// Flags of a JVM that starts `jar`. The first process that asks makes the cache; until it is there, others start
    /// without.
    ///
    /// @param java the program and its flags
    static synchronized List<String> flags(List<String> java, Path jar) {
        try {
            if (!isFresh(jar)) {
                make(java, jar);
            }
            return isFresh(jar) ? List.of("-XX:AOTCache=" + FILE) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isFresh(Path jar) throws IOException {
        return Files.exists(FILE) && Files.getLastModifiedTime(FILE).compareTo(Files.getLastModifiedTime(jar)) >= 0;
    }

    private static void make(List<String> java, Path jar) throws IOException, InterruptedException {
        try (FileChannel file = FileChannel.open(
                        Path.of("target/sink.aot.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            if (lock != null && !isFresh(jar)) {
                train(java, jar);
                Files.move(UNFINISHED, FILE, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /// A start and an orderly stop, after which the JVM writes the cache.
    private static void train(List<String> java, Path jar) throws IOException, InterruptedException {
        int port = FreePort.any();
        List<String> command = new ArrayList<>(java);
        command.add("-XX:AOTCacheOutput=" + UNFINISHED);
        command.add("-Dquarkus.http.port=" + port);
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/training.log").toFile());
        builder.environment().putAll(NOWHERE);
        Process sink = builder.start();
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> answers(port));
            sink.destroy();
            if (!sink.waitFor(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Failed to write " + UNFINISHED + " in time");
            }
        } finally {
            sink.destroyForcibly();
        }
    }

    private static boolean answers(int port) {
        try {
            URI live = URI.create("http://127.0.0.1:" + port + "/q/health/live");
            return ((HttpURLConnection) live.toURL().openConnection()).getResponseCode() > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
