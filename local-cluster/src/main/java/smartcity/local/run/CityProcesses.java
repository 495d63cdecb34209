package smartcity.local.run;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.ReadinessProbe;
import smartcity.local.child.StopRequest;
import smartcity.local.infra.BackfillProgress;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.KafkaTopics;
import smartcity.local.infra.LocalInfra;
import smartcity.local.infra.LoopbackPort;
import smartcity.local.infra.RecordCount;
import smartcity.local.infra.TopicProgress;

/// The city's processes: Kafka, S3 and the services, each of which can be started, stopped and killed alone.
///
/// Closing the city kills every process that still runs. One thread at a time.
// Over 200 lines: everything that is started here is also stopped and killed here.
public final class CityProcesses implements LandingStatus, AutoCloseable {
    /// Consumer group of the sink.
    public static final String SINK_GROUP = "s3-parquet-sink";

    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    /// A page that does not end by itself is killed, which loses nothing.
    private static final Duration VIEW_STOP_LIMIT = Duration.ofSeconds(5);

    private static final String KAFKA = "kafka";
    private static final String S3 = "s3";

    private final BuiltProject project;
    private final CitySettings settings;
    private final StopRequest stop;
    private final LocalInfra infra;
    private final KafkaTopics topics;
    private final RecordCount records;
    private final Optional<BackfillMonitor> backfill;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, ChildProcess> children = new LinkedHashMap<>();
    private Map<String, String> simulationEnvironment = Map.of();
    private Instant simulatedStart = Instant.EPOCH;

    /// A city without a running process.
    ///
    /// @param stop ends every wait for something to be ready
    public CityProcesses(BuiltProject project, CitySettings settings, StopRequest stop) {
        this.project = project;
        this.settings = settings;
        this.stop = stop;
        this.infra = new LocalInfra(project, settings.infra());
        List<String> names = CitySettings.topics(System.getenv());
        String bootstrapServers = settings.infra().bootstrapServers();
        SimulationSettings simulation = settings.simulation();
        this.topics = new KafkaTopics(bootstrapServers, names, SINK_GROUP);
        this.records = new RecordCount(bootstrapServers, names, simulation.period());
        this.backfill = simulation
                .period()
                .map(period -> new BackfillMonitor(new BackfillProgress(bootstrapServers, simulation.seed(), period)));
    }

    /// Fails unless every port of the run is free, everything is built and the machine has the memory.
    public void check() {
        settings.ports().forEach(LoopbackPort::requireFree);
        settings.replicas().forEach(replica -> project.service(replica.service().module()));
        PrometheusServer.of(project, settings).ifPresent(PrometheusServer::program);
        HeapSizes.of(settings).requireRoom(HeapSizes.machine());
    }

    /// Starts Kafka and S3, waits until they are ready, creates the topics, and fixes the simulated time of this run.
    /// Fails if another run has emitted something of the period that is to be filled.
    ///
    /// @return false if a stop was requested first
    public boolean startInfra() {
        children.put(KAFKA, infra.startKafka());
        children.put(S3, infra.startS3());
        if (!infra.awaitS3(child(S3), stop) || !infra.awaitKafka(child(KAFKA), topics, stop)) {
            return false;
        }
        topics.createMissing(settings.partitions());
        backfill.ifPresent(monitor -> monitor.requireNotBegun(records::inside));
        Instant now = Instant.now();
        SimulationSettings simulation = settings.simulation();
        Optional<Instant> start = simulation.start(topics.newestEvent(), now);
        simulationEnvironment = simulation.environment(start, now);
        SimulatorVariables.of(settings.infra().data()).write(simulationEnvironment);
        simulatedStart = start.orElse(now);
        return true;
    }

    /// The simulated instant at which this run has begun, once Kafka and S3 have started.
    Instant simulatedStart() {
        return simulatedStart;
    }

    /// Starts the process, again if it ran before, and waits until it is ready; in a backfill it may have emitted the
    /// period and ended before.
    ///
    /// @return false if a stop was requested first
    public boolean start(ServiceReplica replica) {
        ChildProcess child = ChildProcess.start(
                new ServiceProgram(project, settings).of(replica, simulationEnvironment),
                settings.infra().logs());
        children.put(replica.name(), child);
        ReadinessProbe readiness =
                new ReadinessProbe(replica.uri("/q/health/ready"), status -> status == 200, START_LIMIT);
        boolean mayEnd = backfill.isPresent() && replica.service() != CityService.SINK;
        return mayEnd ? readiness.awaitOrEnd(child, stop) : readiness.await(child, stop);
    }

    /// Starts Prometheus, if the run has one, and waits until it is ready.
    ///
    /// @return false if a stop was requested first
    boolean startPrometheus() {
        Optional<PrometheusServer> server = PrometheusServer.of(project, settings);
        server.ifPresent(prometheus -> children.put(PrometheusServer.NAME, prometheus.start()));
        return server.isEmpty() || server.get().readiness().await(child(PrometheusServer.NAME), stop);
    }

    /// The first process of a service that was started.
    public ChildProcess child(CityService service) {
        return child(service.module());
    }

    /// Every process that was started, in that order.
    public List<ChildProcess> children() {
        return List.copyOf(children.values());
    }

    /// A process that has ended although no stop was requested.
    public Optional<ChildProcess> ended() {
        return children.values().stream().filter(child -> !child.isAlive()).findFirst();
    }

    /// The started processes by their part in an orderly stop.
    ServiceGroup services() {
        List<ChildProcess> last = Stream.of(PrometheusServer.NAME, S3, KAFKA)
                .flatMap(this::started)
                .toList();
        return new ServiceGroup(simulators(), started(CityService.SINK.module()).findFirst(), last);
    }

    private Map<CityService, List<ChildProcess>> simulators() {
        Map<CityService, List<ChildProcess>> simulators = new LinkedHashMap<>();
        for (ServiceReplica replica : settings.replicas()) {
            if (CityService.SIMULATORS.contains(replica.service())) {
                started(replica.name())
                        .forEach(child -> simulators
                                .computeIfAbsent(replica.service(), _ -> new ArrayList<>())
                                .add(child));
            }
        }
        return simulators;
    }

    /// Watches the processes that run now.
    ProcessWatch watch(TerminalOutput terminal) {
        Map<CityService, List<ChildProcess>> simulators = simulators();
        List<ChildProcess> others = new ArrayList<>(children.values());
        simulators.values().forEach(others::removeAll);
        started(CityService.VIEW.module()).forEach(others::remove); // the city continues without its page
        return new ProcessWatch(
                simulators,
                others,
                service ->
                        backfill.filter(monitor -> monitor.isComplete(service)).isPresent(),
                terminal);
    }

    /// The backfill of this run; empty where the city runs live.
    Optional<BackfillMonitor> backfill() {
        return backfill;
    }

    /// Stops the page, if there is one.
    void stopView() {
        started(CityService.VIEW.module()).forEach(view -> view.stop(VIEW_STOP_LIMIT));
    }

    boolean isKafkaAlive() {
        return started(KAFKA).anyMatch(ChildProcess::isAlive);
    }

    @Override
    public List<TopicProgress> progress() {
        return records.progress(topics.committed());
    }

    /// Whether the simulators keep up with simulated time; in a backfill they have none.
    PaceCheck pace() {
        return new PaceCheck(
                http,
                settings.replicas().stream()
                        .filter(replica -> CityService.SIMULATORS.contains(replica.service()) && backfill.isEmpty())
                        .toList());
    }

    @Override
    public void flush() {
        FlushRequest flush =
                new FlushRequest(http, settings.first(CityService.SINK).uri("/sink/flush"));
        Thread.ofVirtual().name("flush").start(flush);
    }

    public CitySettings settings() {
        return settings;
    }

    @Override
    public void close() {
        topics.close();
        records.close();
        backfill.map(BackfillMonitor::progress).ifPresent(BackfillProgress::close);
        http.shutdownNow();
        List<ChildProcess> newestFirst = new ArrayList<>(children.values()).reversed();
        newestFirst.forEach(ChildProcess::kill);
    }

    private ChildProcess child(String name) {
        return started(name).findFirst().orElseThrow(() -> new IllegalStateException(name + " was not started"));
    }

    private Stream<ChildProcess> started(String name) {
        return Stream.ofNullable(children.get(name));
    }
}
