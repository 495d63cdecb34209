package smartcity.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smartcity.bench.backlog.KafkaBacklog;
import smartcity.bench.drain.DrainContender;
import smartcity.bench.drain.DrainTask;
import smartcity.bench.drain.DrainTimes;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.ChildProgram;
import smartcity.local.child.FileFailure;
import smartcity.local.child.LaunchException;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.InfraSettings;

/// A peer with a program of its own below `benchmarks/peers`, which ends by itself when the topic is drained.
///
/// @param description version and settings that matter
/// @param module its folder there
/// @param main its class
/// @param flags flags of its JVM
/// @param variant passed to it
public record PeerJob(String name, String description, String module, String main, List<String> flags, String variant)
        implements DrainContender {
    /// What Spark and Flink ask for on JDK 17.
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.text",
            "java.time",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.concurrent.locks",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    private static final String PACKAGE = "smartcity.bench.peer.";

    /// Everything the sink is compared with, each with the settings that suit it.
    public static List<PeerJob> all() {
        return List.of(
                new PeerJob(
                        "flink",
                        "Flink 2.2.0, KafkaSource to FileSink (Parquet, snappy), two slots, exactly-once with a checkpoint"
                                + " each 10 s, streaming JSON parser, object reuse, -Xmx1g",
                        "flink",
                        PACKAGE + "FlinkDrain",
                        List.of("-Xmx1g"),
                        "snappy"),
                new PeerJob(
                        "connect",
                        "Kafka Connect 4.2.0 with the Iceberg 1.12.0 sink (Parquet, zstd), two tasks, commits and offsets each 5 s,"
                                + " JDBC catalog in SQLite, -Xmx1g",
                        "connect",
                        PACKAGE + "ConnectDrain",
                        List.of("-Xmx1g"),
                        ""),
                spark("spark", "snappy", "snappy, no folders"),
                spark("spark-zstd", "zstd", "zstd, folders by date and hour"));
    }

    /// Spark as a reader of the sink's objects.
    public static PeerJob reader() {
        return new PeerJob("read-back", "Spark 3.5.7", "spark", PACKAGE + "SparkReadBack", List.of("-Xmx2g"), "");
    }

    private static PeerJob spark(String name, String variant, String files) {
        return new PeerJob(
                name,
                "Spark 3.5.7 Structured Streaming, from_json, watermark, append to s3a by hadoop-aws 3.3.4 (Parquet, "
                        + files + "), AvailableNow, local[2], -Xmx2g",
                "spark",
                PACKAGE + "SparkDrain",
                List.of("-Xmx2g"),
                variant);
    }

    @Override
    public Optional<String> obstacle() {
        if (PeerRuntime.home().isEmpty()) {
            return Optional.of("there is no JDK 17; set JAVA17_HOME to the folder of one");
        }
        return new PeerBuild(BuiltProject.atHome().home(), module).build();
    }

    @Override
    public ChildProgram program(DrainTask drain) {
        PeerBuild build = new PeerBuild(drain.cluster().installation().home(), module);
        Path java = PeerRuntime.home().orElseThrow().resolve("bin/java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:-UsePerfData"));
        command.addAll(flags);
        OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(List.of("-cp", build.classPath(), main));
        return new ChildProgram(drain.name(), command, environment(drain, build));
    }

    private Map<String, String> environment(DrainTask drain, PeerBuild build) {
        try {
            Files.createDirectories(drain.work());
        } catch (IOException e) {
            throw new LaunchException("Failed to create " + drain.work() + ": " + FileFailure.reason(e), e);
        }
        Map<String, String> environment = new HashMap<>();
        environment.put("BENCH_BOOTSTRAP", drain.cluster().infra().bootstrapServers());
        environment.put("BENCH_TOPIC", KafkaBacklog.TOPIC);
        environment.put("BENCH_RECORDS", Long.toString(drain.backlog().records()));
        environment.put("BENCH_NAME", drain.name());
        environment.put("BENCH_BUCKET", InfraSettings.BUCKET);
        environment.put("BENCH_ENDPOINT", drain.cluster().infra().s3Endpoint().toString());
        environment.put("BENCH_ACCESS_KEY", drain.cluster().accessKey());
        environment.put("BENCH_SECRET_KEY", drain.cluster().secretKey());
        environment.put("BENCH_WORK", drain.work().toString());
        environment.put("BENCH_VARIANT", variant);
        environment.put("FLINK_PLUGINS_DIR", build.target().resolve("plugins").toString());
        return environment;
    }

    @Override
    public DrainTimes await(ChildProcess child, DrainTask drain) {
        return DrainLogLines.atEnd(child, drain);
    }
}
