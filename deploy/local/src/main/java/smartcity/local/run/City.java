package smartcity.local.run;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import smartcity.local.child.Child;
import smartcity.local.child.Jvm;
import smartcity.local.child.Program;
import smartcity.local.child.Readiness;
import smartcity.local.child.StopRequest;
import smartcity.local.infra.Infra;
import smartcity.local.infra.InfraSettings;
import smartcity.local.infra.Installation;
import smartcity.local.infra.Port;
import smartcity.local.infra.RecordCount;
import smartcity.local.infra.TopicProgress;
import smartcity.local.infra.Topics;

/// The city's processes: Kafka, S3 and the services, each of which can be started, asked to stop and killed alone.
///
/// Closing the city kills what still runs, so nothing is left behind whatever happened. One thread at a time.
public final class City implements Landing, AutoCloseable {
    /// Consumer group of the sink.
    public static final String SINK_GROUP = "s3-parquet-sink";

    private static final System.Logger LOG = System.getLogger(City.class.getName());
    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final String KAFKA = "kafka";
    private static final String S3 = "s3";

    private final Installation installation;
    private final CitySettings settings;
    private final StopRequest stop;
    private final Infra infra;
    private final Topics topics;
    private final RecordCount records;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Child> children = new LinkedHashMap<>();
    private Map<String, String> simulationEnvironment = Map.of();

    /// A city of which nothing runs yet.
    ///
    /// @param stop ends every wait for something to be ready
    public City(Installation installation, CitySettings settings, StopRequest stop) {
        this.installation = installation;
        this.settings = settings;
        this.stop = stop;
        this.infra = new Infra(installation, settings.infra());
        List<String> names = CitySettings.topics(System.getenv());
        this.topics = new Topics(settings.infra().bootstrapServers(), names, SINK_GROUP);
        this.records = new RecordCount(settings.infra().bootstrapServers(), names);
    }

    /// Fails unless every port of the run is free and everything is built.
    public void check() {
        settings.ports().forEach(Port::requireFree);
        settings.services().forEach(service -> installation.service(service.module()));
    }

    /// Starts Kafka and S3, waits until they are ready, creates the topics, and fixes the simulated time of this run.
    ///
    /// @return false if a stop was asked for first
    public boolean startInfra() {
        children.put(KAFKA, infra.startKafka());
        children.put(S3, infra.startS3());
        if (!infra.awaitS3(child(S3), stop) || !infra.awaitKafka(child(KAFKA), topics, stop)) {
            return false;
        }
        topics.createMissing(settings.partitions());
        Instant now = Instant.now();
        Simulation simulation = settings.simulation();
        simulationEnvironment = simulation.environment(simulation.start(topics.newestEvent(), now), now);
        return true;
    }

    /// Starts the service, again if it ran before, and waits until it is ready.
    ///
    /// @return false if a stop was asked for first
    public boolean start(Service service) {
        Child child = Child.start(program(service), settings.infra().logs());
        children.put(service.module(), child);
        return new Readiness(service.uri(settings.firstPort(), "/q/health/ready"), status -> status == 200, START_LIMIT)
                .await(child, stop);
    }

    /// The running process of a service that was started.
    public Child child(Service service) {
        return child(service.module());
    }

    /// Every process that was started, in that order.
    public List<Child> children() {
        return List.copyOf(children.values());
    }

    /// A process that has ended although nobody asked it to.
    public Optional<Child> dead() {
        return children.values().stream().filter(child -> !child.isAlive()).findFirst();
    }

    /// The processes by their part in an orderly end; those that were not started are left out.
    Crew crew() {
        List<Child> simulators = Service.SIMULATORS.stream()
                .map(Service::module)
                .flatMap(this::started)
                .toList();
        List<Child> last = Stream.of(S3, KAFKA).flatMap(this::started).toList();
        return new Crew(simulators, started(Service.SINK.module()).findFirst(), last);
    }

    boolean isKafkaAlive() {
        return started(KAFKA).anyMatch(Child::isAlive);
    }

    @Override
    public List<TopicProgress> progress() {
        return records.progress(topics.committed());
    }

    @Override
    public void hurry() {
        Thread.ofVirtual().name("flush").start(this::flush);
    }

    /// Its failure does not matter: the sink lands by itself too, only later, and the offsets tell when it has.
    private void flush() {
        HttpRequest flush = HttpRequest.newBuilder(Service.SINK.uri(settings.firstPort(), "/sink/flush"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            http.send(flush, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The sink did not answer a flush", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public CitySettings settings() {
        return settings;
    }

    @Override
    public void close() {
        topics.close();
        records.close();
        http.shutdownNow();
        List<Child> newestFirst = new ArrayList<>(children.values()).reversed();
        newestFirst.forEach(Child::kill);
    }

    private Child child(String name) {
        return started(name).findFirst().orElseThrow(() -> new IllegalStateException(name + " was not started"));
    }

    private Stream<Child> started(String name) {
        return Stream.ofNullable(children.get(name));
    }

    private Program program(Service service) {
        Map<String, String> environment = new HashMap<>(simulationEnvironment);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", settings.infra().bootstrapServers());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(service.port(settings.firstPort())));
        if (service == Service.SINK) {
            environment.putAll(settings.infra().s3Environment());
            environment.put("SINK_BUCKET", InfraSettings.BUCKET);
            environment.put("SINK_ROLLOVER_MAX_AGE", "PT10S");
            return installation.sink().program(service.module(), environment);
        }
        List<String> main =
                List.of("-jar", installation.service(service.module()).toString());
        return Jvm.program(service.module(), List.of("-Xmx128m"), main, environment);
    }
}
