package smartcity.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds every command that a page shows to a test that runs it, or to a mark in the page that says why none does:
/// `<!-- needs: a bucket in AWS -->` or `<!-- not run: takes an hour -->` above its block.
class PageCommandsTest {
    /// Which test runs a command, by the first pattern that matches it whole.
    private static final Map<String, String> RUN_BY = runBy();

    private static final List<PageCommand> COMMANDS = ProjectFiles.endingWith(".md").stream()
            // The change log has former commands.
            .filter(page -> !page.endsWith("CHANGELOG.md"))
            .flatMap(page -> PageCommand.of(page).stream())
            .toList();

    @TempDir
    private Path folder;

    private static Map<String, String> runBy() {
        Map<String, String> tests = new TreeMap<>();
        tests.put("\\./smartcity up|\\./smartcity up --for 35s", "PageCommandsIT.startsTheCityAndStopsItInOrder");
        tests.put("curl .*", "PageCommandsIT.readsAndChangesARunningCity");
        tests.put("\\./smartcity query \".*\"", "PageCommandsIT.queriesTheLake");
        tests.put("find \\.city/s3/.*", "PageCommandsIT.findsTheObjectsOfTheLake");
        tests.put("\\./smartcity audit( --json)?", "PageCommandsIT.auditsTheLake");
        tests.put("\\./smartcity audit --against-kafka", "PageCommandsIT.auditsTheLakeAgainstKafka");
        tests.put("\\./smartcity (up|COMMAND) --help", "SmartCityCliTest.explainsItsOptions");
        tests.put("\\./smartcity help", "ScriptTest.listsItsCommands");
        tests.put("\\./smartcity clean", "ScriptTest.removesWhatWasBuilt");
        tests.put("\\./smartcity bench", "BenchCommandTest.listsTheBenchmarks");
        tests.put("\\./smartcity up --observe", "PrometheusIT.answersTheQueriesOfDashboards");
        tests.put("\\./smartcity up --infra-only", "UpInfraIT.stopsInOrderOnRequest");
        tests.put(
                "\\./smartcity up --data \\.november --from 2026-11-02T08:00:00Z --to 2026-11-02T09:00:00Z",
                "BackfillIT.landsAPeriodOnceThoughReplicasAreKilledAndStopped");
        tests.put("\\./smartcity chaos", "ChaosIT.landsEveryRecordOnceWhateverHappensToSinksS3AndBroker");
        tests.put("\\./smartcity test", "ScriptTest.testsAllModulesWithoutTheLongTests");
        tests.put("\\./smartcity test [a-z-]+", "ScriptTest.testsOneModuleWithWhatItNeeds");
        tests.put("\\./smartcity test --all", "ScriptTest.testsTheLongTestsToo");
        tests.put("\\./mvnw -Dquick package", "ScriptTest.rebuildsWhatIsOlderThanItsSources");
        tests.put(
                "java @s3-parquet-sink/jvm\\.options -jar .*",
                "SinkIT.landsHeldRecordsOnAFlushRequestAndOnTermination");
        tests.put(
                "(SINK_BUCKET=lake SINK_PREFIX=city/ )?java -jar .*quarkus-run.jar --dry-run",
                "DryRunIT.printsWhatItWouldDoAndChangesNothing");
        tests.put(
                "java -jar vehicle-simulator/target/quarkus-app/quarkus-run.jar",
                "ReplicasIT.ofVehiclesEmitWhatOneAloneEmits");
        tests.put(
                "\\./mvnw -pl city test -Dtest=DataDictionaryTest -Dwrite=true",
                "DataDictionaryTest.isGeneratedFromTheSchemas");
        tests.put(
                "\\./mvnw -pl s3-parquet-sink .*-Dtest=SimulationTest.*",
                "SimulationTest.landsEveryRecordOnceWhateverHappens");
        tests.put("\\./smartcity validate", "ValidationReportTest.thePageInDocsIsOfThisDay");
        return tests;
    }

    @Test
    void everyCommandIsRunByATestOrSaysWhyNot() {
        List<String> neither = COMMANDS.stream()
                .filter(command -> command.mark().isEmpty())
                .filter(command -> RUN_BY.keySet().stream().noneMatch(command.text()::matches))
                .map(command -> command.page() + ": " + command.text())
                .toList();

        assertThat(neither).isEmpty();
    }

    @Test
    void theTestsExist() {
        assertThat(RUN_BY.values()).allSatisfy(test -> {
            int dot = test.indexOf('.');
            List<Path> files = ProjectFiles.endingWith("/" + test.substring(0, dot) + ".java");
            assertThat(files).as(test).hasSize(1);
            assertThat(String.join("\n", ProjectFiles.linesOf(files.getFirst())))
                    .as(test)
                    .containsPattern("\\bvoid " + test.substring(dot + 1) + "\\(");
        });
    }

    @Test
    void noPatternIsWithoutACommand() {
        assertThat(RUN_BY.keySet())
                .allSatisfy(pattern ->
                        assertThat(COMMANDS).as(pattern).anyMatch(command -> Pattern.matches(pattern, command.text())));
    }

    @Test
    void readsCommandsAndMarksFromAPage() throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), """
                Run `./smartcity up` or `./smartcity up --help`:

                    $ ./smartcity up --for 35s
                    kafka is ready

                    curl -s localhost:8081

                <!-- needs: docker -->
                ```
                A=b docker run x   starts it
                ```

                <!-- not run: takes an hour -->
                Run `./smartcity chaos --for 1h`
                or `./smartcity chaos --for 2h`.

                    find .

                1. Delete it:

                   <!-- needs: Kafka's tools -->

                       kafka-consumer-groups.sh --group a --delete-offsets

                   Then look at `kafka-topics.sh --list`.

                    for file in *.sql; do cat $file; done
                    gh attestation verify x
                """);

        assertThat(PageCommand.of(page))
                .extracting(PageCommand::text, PageCommand::mark)
                .containsExactly(
                        tuple("./smartcity up --help", ""),
                        tuple("./smartcity up --for 35s", ""),
                        tuple("curl -s localhost:8081", ""),
                        tuple("A=b docker run x", "needs: docker"),
                        tuple("./smartcity chaos --for 1h", "not run: takes an hour"),
                        tuple("./smartcity chaos --for 2h", "not run: takes an hour"),
                        tuple("find .", ""),
                        tuple("kafka-consumer-groups.sh --group a --delete-offsets", "needs: Kafka's tools"),
                        tuple("kafka-topics.sh --list", ""),
                        tuple("for file in *.sql; do cat $file; done", ""),
                        tuple("gh attestation verify x", ""));
    }
}
