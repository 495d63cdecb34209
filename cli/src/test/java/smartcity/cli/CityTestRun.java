package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.LaunchException;
import smartcity.local.child.StopRequest;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.InfraSettings;
import smartcity.local.infra.LoopbackPort;
import smartcity.local.infra.TopicProgress;
import smartcity.local.lake.LakeFiles;
import smartcity.local.run.CityProcesses;
import smartcity.local.run.CityService;
import smartcity.local.run.CitySettings;
import smartcity.local.run.FleetSize;
import smartcity.local.run.ReplicaCounts;
import smartcity.local.run.ServiceReplica;
import smartcity.local.run.SimulationSettings;

/// One run of the whole city on a data folder, with the power to hurt it.
final class CityTestRun implements AutoCloseable {
    static final int VEHICLES = 60;

    /// Of a run without faults: three times as long as the sink holds a batch.
    static final Duration FIRST = Duration.ofSeconds(32);

    /// Simulated seconds per real second: fast enough that incidents are reported in a short run at any hour of the
    /// day.
    private static final double FACTOR = 20;

    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newHttpClient();
    private final CityProcesses city;

    private CityTestRun(CityProcesses city) {
        this.city = city;
    }

    static CityTestRun on(Path data) {
        CitySettings settings = new CitySettings(
                InfraSettings.of(data, LoopbackPort.anyFree(), LoopbackPort.anyFree()),
                3,
                new SimulationSettings(
                        new FleetSize(OptionalInt.of(VEHICLES), OptionalInt.empty()), 7, FACTOR, Optional.empty()),
                ReplicaCounts.parse(List.of()).withPorts(firstOfFreePorts(), _ -> true));
        CityTestRun run =
                new CityTestRun(new CityProcesses(new BuiltProject(Path.of("..")), settings, new StopRequest()));
        assertThat(run.city.startInfra()).isTrue();
        for (ServiceReplica replica : settings.replicas()) {
            assertThat(run.city.start(replica))
                    .as("%s is ready", replica.name())
                    .isTrue();
        }
        return run;
    }

    static int firstOfFreePorts() {
        return Stream.generate(LoopbackPort::anyFree)
                .filter(first -> first + CityService.values().length <= 65_535)
                .filter(first ->
                        IntStream.range(-1, CityService.values().length).allMatch(offset -> isFree(first + offset)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try {
            new LoopbackPort(port, "a service", "--http-port").requireFree();
            return true;
        } catch (LaunchException e) {
            return false;
        }
    }

    String bootstrapServers() {
        return city.settings().infra().bootstrapServers();
    }

    /// Lets the city run until its vehicles have sent as many records as they do in that time, and all processes live.
    void run(Duration duration) {
        long before = vehicleRecords();
        await().atMost(duration.plus(TIMEOUT)).untilAsserted(() -> {
            assertThat(city.ended()).isEmpty();
            assertThat(vehicleRecords())
                    .isGreaterThanOrEqualTo(before + (long) (VEHICLES * FACTOR * duration.toSeconds()));
        });
    }

    private long vehicleRecords() {
        return city.progress().getFirst().produced();
    }

    /// SIGKILL while the cut is durable and no object can be stored, as S3 does not answer; then the sink is started
    /// again.
    void killTheSinkWhileItsPutsHang() {
        signal("STOP", s3());
        city.flush();
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(sinkStatus()).contains("\"pendingCut\":{"));
        city.child(CityService.SINK).kill();
        signal("CONT", s3());
        assertThat(city.start(city.settings().first(CityService.SINK))).isTrue();
    }

    /// SIGKILL as soon as the first object of a flush is seen; then the sink is started again.
    void killTheSinkOnceAnObjectIsStored() {
        Set<Path> before = objects();
        city.flush();
        await().pollInterval(Duration.ofMillis(1)).atMost(TIMEOUT).until(() -> !before.containsAll(objects()));
        city.child(CityService.SINK).kill();
        assertThat(city.start(city.settings().first(CityService.SINK))).isTrue();
    }

    /// Stops the simulators in their own way and waits until all they produced is committed as landed.
    void landEverything() {
        for (CityService simulator : CityService.SIMULATORS) {
            assertThat(city.child(simulator).stop(TIMEOUT))
                    .as("%s ended by itself", simulator.module())
                    .isTrue();
        }
        await().atMost(TIMEOUT).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            city.flush();
            assertThat(city.progress()).extracting(TopicProgress::remaining).containsOnly(0L);
        });
        assertThat(city.child(CityService.SINK).stop(TIMEOUT))
                .as("the sink ended by itself")
                .isTrue();
    }

    private ChildProcess s3() {
        return city.children().stream()
                .filter(child -> child.name().equals("s3"))
                .findFirst()
                .orElseThrow();
    }

    private static void signal(String signal, ChildProcess child) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(child.pid())).start();
            assertThat(kill.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to signal " + child.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private String sinkStatus() throws IOException, InterruptedException {
        URI status = city.settings().first(CityService.SINK).status();
        return http.send(HttpRequest.newBuilder(status).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private Set<Path> objects() {
        return Set.copyOf(LakeFiles.parquet(city.settings().infra().lake()));
    }

    @Override
    public void close() {
        city.children().reversed().forEach(child -> child.stop(TIMEOUT));
        city.close();
        http.close();
    }
}
