package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.ShellProgram;
import smartcity.local.child.StopRequest;
import smartcity.local.infra.TopicProgress;

/// The order in which real processes end; each writes its name into one file when it is asked to stop.
class OrderlyStopTest {
    private final StopRequest stop = new StopRequest();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private ServiceGroup services;

    @BeforeEach
    void startTheServices() {
        services = new ServiceGroup(
                Map.of(
                        CityService.WEATHER,
                        List.of(worker("weather")),
                        CityService.VEHICLE,
                        List.of(worker("vehicle"))),
                Optional.of(worker("sink")),
                List.of(worker("s3"), worker("kafka")));
    }

    @AfterEach
    void endTheServices() {
        everyone().forEach(ChildProcess::kill);
    }

    private Stream<ChildProcess> everyone() {
        return Stream.of(
                        services.simulators().values().stream().flatMap(List::stream),
                        services.sink().stream(),
                        services.infra().stream())
                .flatMap(each -> each);
    }

    private ChildProcess worker(String name) {
        return started(name, "echo " + name + " >> \"" + folder + "/ends\"; exit 0");
    }

    /// @param onTerm what it does when it is asked to stop
    private ChildProcess started(String name, String onTerm) {
        ChildProcess child = new ShellProgram(
                        name, "trap '" + onTerm + "' TERM; echo ready; while :; do sleep 0.05; done")
                .start(folder);
        await().untilAsserted(() -> assertThat(child.lastLines(1)).contains("ready"));
        return child;
    }

    private List<String> ends() throws IOException {
        Path ends = folder.resolve("ends");
        return Files.exists(ends) ? Files.readAllLines(ends) : List.of();
    }

    private OrderlyStop orderlyStop(LandingStatus landing) {
        return orderlyStop(landing, OrderlyStop.Timeouts.USUAL);
    }

    private OrderlyStop orderlyStop(LandingStatus landing, OrderlyStop.Timeouts timeouts) {
        return new OrderlyStop(
                services,
                landing,
                new TerminalOutput(new PrintStream(written, true, StandardCharsets.UTF_8), false),
                stop,
                timeouts);
    }

    /// A sink whose remaining records are as given, one number per call; the last number repeats.
    private static final class ScriptedLanding implements LandingStatus {
        private final Deque<Long> remaining;
        private int flushes;

        ScriptedLanding(Long... remaining) {
            this.remaining = new ArrayDeque<>(List.of(remaining));
        }

        @Override
        public List<TopicProgress> progress() {
            long now = remaining.size() > 1 ? remaining.removeFirst() : remaining.getFirst();
            return List.of(new TopicProgress("gps_data", 1000, 1000 - now));
        }

        @Override
        public void flush() {
            flushes++;
        }
    }

    @Test
    void endsTheProducersThenTheSinkThenWhatTheyNeed() throws IOException {
        OrderlyStop end = orderlyStop(new ScriptedLanding(0L));

        end.stopProducing();
        end.stopLanding();

        assertThat(ends().subList(0, 2)).containsExactlyInAnyOrder("weather", "vehicle");
        assertThat(ends().subList(2, 5)).containsExactly("sink", "s3", "kafka");
    }

    @Test
    void waitsWithTheSinkUntilEverythingHasLanded() throws IOException {
        ScriptedLanding landing = new ScriptedLanding(500L, 200L, 0L);

        long remaining = orderlyStop(landing).stopProducing();

        assertThat(remaining).isZero();
        assertThat(landing.flushes).isEqualTo(1);
        assertThat(ends()).containsExactlyInAnyOrder("weather", "vehicle");
        assertThat(written.toString(StandardCharsets.UTF_8)).contains("Waiting until 500 records have landed");
    }

    @Test
    void stopsWaitingWhenTheStopIsUrgent() {
        stop.request();
        stop.request();

        long remaining = orderlyStop(new ScriptedLanding(500L)).stopProducing();

        assertThat(remaining).isEqualTo(500);
    }

    @Test
    void doesNotWaitForASinkThatHasEnded() {
        services.sink().orElseThrow().kill();

        long remaining = orderlyStop(new ScriptedLanding(500L)).stopProducing();

        assertThat(remaining).isZero();
    }

    /// Within a second, though the rest would have landed after some more.
    @Test
    void stopsWaitingForASinkThatLandsNothing() {
        OrderlyStop.Timeouts second = new OrderlyStop.Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(1));
        ScriptedLanding standing =
                new ScriptedLanding(Stream.concat(Collections.nCopies(24, 500L).stream(), Stream.of(0L))
                        .toArray(Long[]::new));

        long remaining = orderlyStop(standing, second).stopProducing();

        assertThat(remaining).isEqualTo(500);
        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("The sink has landed nothing for 1 s: not waiting any longer");
    }

    @Test
    void waitsLongerForASinkThatStillLands() {
        OrderlyStop.Timeouts second = new OrderlyStop.Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(1));
        ScriptedLanding slow = new ScriptedLanding(500L, 500L, 400L, 400L, 300L, 300L, 200L, 200L, 100L, 100L, 0L);

        long remaining = orderlyStop(slow, second).stopProducing();

        assertThat(remaining).isZero();
    }

    @Test
    void killsAProcessThatDoesNotEnd() {
        ChildProcess stubborn = started("vehicle-simulator", "");
        services = new ServiceGroup(Map.of(CityService.VEHICLE, List.of(stubborn)), services.sink(), services.infra());
        OrderlyStop.Timeouts second = new OrderlyStop.Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(60));

        orderlyStop(new ScriptedLanding(0L), second).stopProducing();

        assertThat(stubborn.isAlive()).isFalse();
        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("vehicle-simulator did not end within 1 s and is killed; its log is ");
    }

    @Test
    void leavesNoProcessBehind() {
        OrderlyStop end = orderlyStop(new ScriptedLanding(0L));

        end.stopProducing();
        end.stopLanding();

        assertThat(everyone().filter(ChildProcess::isAlive)).isEmpty();
    }
}
