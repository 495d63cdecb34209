package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.sink.SinkProcess.Options;

/// `--dry-run` of the packaged sink.
class DryRunIT {
    private static final String GROUP = "dry";
    private static final TopicPartition CUT = new TopicPartition("gps_data", 0);

    private static final TestKafka KAFKA = TestKafka.shared();

    @TempDir
    private Path folder;

    private final LocalBucket bucket = LocalBucket.create();

    /// A topic that nothing has landed of, and one with a pending cut.
    @BeforeAll
    static void createTopics() throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(
                            List.of(new NewTopic("vehicle_data", 2, (short) 1), new NewTopic("gps_data", 1, (short) 1)))
                    .all()
                    .get();
            for (int i = 0; i < 10; i++) {
                KAFKA.send("gps_data", i, "{}");
            }
            KAFKA.flush();
            admin.alterConsumerGroupOffsets(
                            GROUP, Map.of(CUT, new OffsetAndMetadata(3, "{\"cut\":1,\"end\":7,\"prefix\":\"\"}")))
                    .all()
                    .get();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", KAFKA.servers()));
    }

    private SinkProcess dryRun(String servers, Map<String, String> settings) {
        return SinkProcess.start(
                servers, bucket, folder.resolve("dry.log"), new Options(settings, Map.of(), List.of("--dry-run")));
    }

    @Test
    void printsWhatItWouldDoAndChangesNothing() throws Exception {
        try (Admin admin = admin();
                SinkProcess sink = dryRun(KAFKA.servers(), Map.of("sink.group", GROUP, "sink.prefix", "city/"))) {
            int exitCode = sink.exitCode();

            assertThat(sink.logged())
                    .contains("Settings and schemas\n  valid\n")
                    .containsPattern("group dry by the (classic|consumer) protocol, \\d members in this process\n")
                    .contains("objects are stored in s3://" + bucket.name() + "\n")
                    .contains("can be written to; city/_sink/probe stays there\n")
                    .contains("a second object with the same key is refused in one request, and refused in parts\n")
                    .contains("can be listed\n")
                    .contains(
                            "a small flow makes 6.0 objects per hour, partition and window in use (a cut after PT10M)")
                    .containsPattern("vehicle_data: schema .*, \\d+ columns, to city/data/\\{topic}/date=")
                    .contains(
                            "partition 0 continues at 0, the earliest offset: neither group nor bucket has one; lag 0\n")
                    .contains("partition 0 continues at 3, the group's committed offset;"
                            + " first completes the cut up to 7; lag 7\n")
                    .contains("does not exist, or must not be described; the sink waits for it\n")
                    .endsWith("\nNo problem found\n");
            assertThat(exitCode).isZero();
            assertThat(files(bucket.folder())).containsExactly("city/_sink/probe");
            assertThat(admin.describeConsumerGroups(List.of(GROUP)).all().get().values())
                    .allSatisfy(group -> assertThat(group.members()).isEmpty());
            assertThat(admin.listConsumerGroupOffsets(GROUP)
                            .partitionsToOffsetAndMetadata()
                            .get())
                    .containsOnlyKeys(CUT);
        }
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }

    @Test
    void namesEveryProblemInOneRunAndFails() throws Exception {
        try (SinkProcess sink = dryRun("127.0.0.1:9", Map.of("sink.bucket", "nowhere"))) {
            int exitCode = sink.exitCode();

            assertThat(sink.logged())
                    .contains("Problems: 3\n")
                    .contains("- Failed to write to bucket: s3://nowhere/_sink/probe: NoSuchBucket: ")
                    .contains(
                            "- Failed to list bucket, which needs s3:ListBucket: s3://nowhere/_sink/probe: NoSuchBucket: ")
                    .contains("- Failed to reach Kafka: ");
            assertThat(exitCode).isEqualTo(1);
        }
    }

    @Test
    void namesEverySettingThatBreaksARule() throws Exception {
        Map<String, String> wrong = Map.of("sink.s3.part-size", "1M", "sink.topics", "gps_data,apples,pears");
        Map<String, String> misspelt = Map.of("SINK_BUKET", "lake", "SINK_TOPIC_GPS_DATA_WINDW", "P1D");
        Options options = new Options(wrong, misspelt, List.of("--dry-run"));

        try (SinkProcess sink = SinkProcess.start(KAFKA.servers(), bucket, folder.resolve("dry.log"), options)) {
            int exitCode = sink.exitCode();

            assertThat(sink.logged())
                    .contains("- SINK_BUKET must be the variable of a setting; the nearest is SINK_BUCKET\n")
                    .contains("- SINK_TOPIC_GPS_DATA_WINDW must be the variable of a setting; the nearest is"
                            + " SINK_TOPIC_GPS_DATA_WINDOW\n")
                    .contains("- part size must be within [5 MiB, 5 GiB] but was 1048576\n")
                    .contains("- topic apples: must have a schema: sink.topic.apples.schema, or a file")
                    .contains("- topic pears: must have a schema: sink.topic.pears.schema, or a file");
            assertThat(exitCode).isEqualTo(1);
        }
    }

    /// The working directory of the process is the module's folder.
    @Tag("long")
    @Test
    void takesSettingsOfATopicFromTheEnvironmentAndFromAFileBesideTheApplication() throws Exception {
        Path beside = SinkApplication.underTest().beside("config/application.properties");
        Files.createDirectories(beside.getParent());
        Files.writeString(beside, "%beside.sink.topic.gps_data.window=P1D\n");
        Options options = new Options(
                Map.of("sink.topics", "gps_data,vehicle_data", "quarkus.profile", "beside"),
                Map.of("SINK_TOPIC_VEHICLE_DATA_WINDOW", "PT6H"),
                List.of("--dry-run"));

        try (SinkProcess sink = SinkProcess.start(KAFKA.servers(), bucket, folder.resolve("dry.log"), options)) {
            int exitCode = sink.exitCode();

            assertThat(sink.logged())
                    .containsPattern("gps_data: schema .* by windows of PT24H\n")
                    .containsPattern("vehicle_data: schema .* by windows of PT6H\n");
            assertThat(exitCode).isZero();
        } finally {
            Files.delete(beside);
        }
    }

    @Tag("long")
    @Test
    void checksTopicsThatMatchAPattern() throws Exception {
        Map<String, String> pattern = Map.of("sink.topics-pattern", "(gps|vehicle)_.*");

        try (SinkProcess sink = dryRun(KAFKA.servers(), pattern)) {
            int exitCode = sink.exitCode();

            assertThat(sink.logged())
                    .contains("gps_data: schema ", "vehicle_data: schema ")
                    .doesNotContain("weather_data");
            assertThat(exitCode).isZero();
        }
    }

    @Test
    void printsItsUsage() throws Exception {
        Path log = folder.resolve("usage.log");
        try (SinkProcess help =
                        SinkProcess.start("none", bucket, log, new Options(Map.of(), Map.of(), List.of("--help")));
                SinkProcess wrong =
                        SinkProcess.start("none", bucket, log, new Options(Map.of(), Map.of(), List.of("--dry-rum")))) {
            assertThat(help.exitCode()).isZero();
            assertThat(wrong.exitCode()).isEqualTo(2);
            assertThat(help.logged())
                    .contains("Usage: java -jar quarkus-run.jar [--dry-run | --help]")
                    .contains("arguments must be none, --dry-run or --help but was [--dry-rum]");
        }
    }
}
