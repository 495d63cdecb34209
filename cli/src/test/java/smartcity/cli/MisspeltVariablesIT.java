package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.local.child.ChildProcess;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.LoopbackPort;

/// A misspelt environment variable ends the start of every packaged service, before it needs Kafka.
@Tag("long")
class MisspeltVariablesIT {
    private static final Duration START = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "vehicle-simulator, VEHICLE_COUT, VEHICLE_COUNT",
        "vehicle-simulator, CAMERA_INTERVALL, CAMERA_INTERVAL",
        "weather-simulator, SIMULATION_SEDE, SIMULATION_SEED",
        "incident-simulator, FAULTS_LATE, FAULT_LATE",
        "city-view, VIEW_READONLY, VIEW_READ_ONLY",
        "s3-parquet-sink, CONTROL_TOKN, CONTROL_TOKEN",
    })
    void endsTheStartOfTheServiceThatHasIt(String service, String misspelt, String nearest) {
        Map<String, String> environment = Map.of(
                misspelt,
                "3",
                "SINK_BUCKET",
                "lake",
                "QUARKUS_HTTP_PORT",
                Integer.toString(LoopbackPort.anyFree()),
                "KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:9");

        ChildProcess started = ChildProcess.start(
                new BuiltProject(Path.of("..")).service(service).program(service, List.of("-Xmx128m"), environment),
                folder);
        try {
            assertThat(started.endsWithin(START))
                    .as("%s", started.lastLines(20))
                    .isTrue();
            assertThat(started.exitCode()).isEqualTo(1);
            assertThat(started.exitMessage())
                    .contains(misspelt + " must be the variable of a setting; the nearest is " + nearest);
        } finally {
            started.kill();
        }
    }
}
