package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.local.child.LaunchException;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.InfraSettings;

class PrometheusServerTest {
    @TempDir
    private Path folder;

    @Test
    void saysHowToInstallWhatIsMissing() throws IOException {
        Files.createDirectory(folder.resolve("prometheus"));

        assertThatThrownBy(() -> PrometheusServer.programIn(Stream.of(folder)))
                .isInstanceOf(LaunchException.class)
                .hasMessage(
                        "Prometheus, which --observe needs, is not installed: install it (Debian and Ubuntu: apt install"
                                + " prometheus; macOS: brew install prometheus), or run deploy-tests/install-tools");
    }

    @Test
    void findsTheFirstProgramOfThePath() throws IOException {
        Path first = program("first");
        Path second = program("second");

        assertThat(PrometheusServer.programIn(Stream.of(folder, first.getParent(), second.getParent())))
                .isEqualTo(first);
    }

    @Test
    void readsTheProcessesOfTheRunByTheNamesOfTheirServices() {
        CitySettings settings = new CitySettings(
                        InfraSettings.of(folder, 9092, 9000),
                        1,
                        new SimulationSettings(
                                new FleetSize(OptionalInt.of(1), OptionalInt.empty()), 7, 1, Optional.empty()),
                        ReplicaCounts.parse(List.of("weather-simulator=2")).withPorts(8081, _ -> true))
                .withPrometheus(Optional.of(9090));

        String configuration = PrometheusServer.of(new BuiltProject(folder), settings)
                .orElseThrow()
                .configuration();

        assertThat(configuration)
                .contains("  - \"" + folder.resolve("deploy/observability/rules/*.yml") + "\"\n")
                .contains("""
                              - targets: ["127.0.0.1:8082"]
                                labels: {app_kubernetes_io_name: weather-simulator}
                        """)
                .contains("[\"127.0.0.1:8085\"]\n        labels: {app_kubernetes_io_name: weather-simulator}")
                .contains("[\"127.0.0.1:8084\"]\n        labels: {app_kubernetes_io_name: s3-parquet-sink}");
    }

    private Path program(String name) throws IOException {
        Path program = Files.createDirectory(folder.resolve(name)).resolve("prometheus");
        return Files.createFile(
                program, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
