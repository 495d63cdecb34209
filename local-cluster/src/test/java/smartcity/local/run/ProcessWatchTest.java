package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.LaunchException;
import smartcity.local.child.ShellProgram;

/// What the end of real processes means for a run.
class ProcessWatchTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Set<CityService> emitted = EnumSet.noneOf(CityService.class);
    private final List<ChildProcess> started = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void leaveNothing() {
        started.forEach(ChildProcess::kill);
    }

    private ChildProcess running(String name) {
        return start(name, "while :; do sleep 0.05; done");
    }

    private ChildProcess ends(String name, int exitCode) {
        ChildProcess child = start(name, "exit " + exitCode);
        child.endsWithin(Duration.ofSeconds(20));
        return child;
    }

    private ChildProcess start(String name, String script) {
        ChildProcess child = new ShellProgram(name, script).start(folder);
        started.add(child);
        return child;
    }

    private ProcessWatch watch(Map<CityService, List<ChildProcess>> simulators, ChildProcess... others) {
        PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
        return new ProcessWatch(simulators, List.of(others), emitted::contains, new TerminalOutput(out, false));
    }

    private List<String> said() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void continuesWhileEveryProcessRuns() {
        ProcessWatch watch = watch(Map.of(CityService.WEATHER, List.of(running("weather-simulator"))), running("s3"));

        assertThat(watch.isOver()).isFalse();
        assertThat(said()).isEmpty();
    }

    @Test
    void continuesWithoutServices() {
        assertThat(watch(Map.of(), running("s3")).isOver()).isFalse();
    }

    @Test
    void saysOnceThatTheOthersTakeOver() {
        ChildProcess killed = ends("vehicle-simulator-2", 3);
        ProcessWatch watch = watch(Map.of(
                CityService.VEHICLE, List.of(running("vehicle-simulator"), killed, running("vehicle-simulator-3"))));

        List<Boolean> looks = List.of(watch.isOver(), watch.isOver());

        assertThat(looks).containsOnly(false);
        assertThat(said())
                .containsExactly("vehicle-simulator-2 ended with exit code 3: the 2 others take over; its log is "
                        + killed.log());
    }

    @Test
    void saysNothingOfAReplicaThatHasEmittedItsPartBeforeTheOthers() {
        ProcessWatch watch = watch(
                Map.of(CityService.VEHICLE, List.of(running("vehicle-simulator"), ends("vehicle-simulator-2", 0))));

        assertThat(watch.isOver()).isFalse();
        assertThat(said()).isEmpty();
    }

    @Test
    void failsWhenTheLastReplicaOfAServiceFails() {
        ProcessWatch watch = watch(Map.of(
                CityService.WEATHER,
                List.of(running("weather-simulator")),
                CityService.VEHICLE,
                List.of(ends("vehicle-simulator", 3))));

        assertThatThrownBy(watch::isOver)
                .isInstanceOf(LaunchException.class)
                .hasMessageStartingWith("vehicle-simulator ended with exit code 3; the end of its log ");
    }

    @Test
    void failsWhenTheSinkOrWhatItNeedsEnds() {
        ProcessWatch watch = watch(Map.of(CityService.WEATHER, List.of(running("weather-simulator"))), ends("s3", 0));

        assertThatThrownBy(watch::isOver).hasMessageStartingWith("s3 ended with exit code 0; the end of its log ");
    }

    @Test
    void isOverWhenEverySimulatorHasEmittedItsPeriod() {
        emitted.addAll(CityService.SIMULATORS);
        ProcessWatch watch = watch(
                Map.of(
                        CityService.WEATHER, List.of(ends("weather-simulator", 0)),
                        CityService.VEHICLE, List.of(ends("vehicle-simulator", 0), ends("vehicle-simulator-2", 0))),
                running("s3"));

        assertThat(watch.isOver()).isTrue();
        assertThat(said())
                .containsExactlyInAnyOrder(
                        "weather-simulator has emitted the period", "vehicle-simulator has emitted the period");
    }

    @Test
    void waitsForTheOtherSimulatorsOfAPeriod() {
        emitted.add(CityService.WEATHER);
        ProcessWatch watch = watch(Map.of(
                CityService.WEATHER, List.of(ends("weather-simulator", 0)),
                CityService.VEHICLE, List.of(running("vehicle-simulator"))));

        assertThat(watch.isOver()).isFalse();
        assertThat(said()).containsExactly("weather-simulator has emitted the period");
    }

    @Test
    void failsWhenNoReplicaIsLeftToEmitTheRestOfAPeriod() {
        ProcessWatch watch = watch(Map.of(CityService.VEHICLE, List.of(ends("vehicle-simulator", 0))));

        assertThatThrownBy(watch::isOver)
                .hasMessageStartingWith("vehicle-simulator ended before the period was emitted");
    }
}
