package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import smartcity.audit.AuditScope;
import smartcity.audit.LakeAudit;
import smartcity.audit.kafka.SinkGroup;
import smartcity.audit.lake.FolderLake;
import smartcity.audit.report.AuditReport;
import smartcity.deployment.Tool;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.StopRequest;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.InfraSettings;
import smartcity.local.infra.LocalInfra;
import smartcity.local.infra.LoopbackPort;

/// The city of an overlay as processes on this machine: its services with the variables of their manifests, a broker
/// with its users, and S3.
final class SecuredCity implements AutoCloseable {
    /// For a process to end by itself; generous, as the machine may be busy.
    private static final Duration ENDS_WITHIN = Duration.ofMinutes(2);

    private static final BuiltProject PROJECT = new BuiltProject(Tool.REPOSITORY);

    private final Path folder;
    private final RenderedOverlay overlay;
    private final SecuredBroker broker;
    private final InfraSettings infra;
    private final ChildProcess store;
    private final List<Replica> started = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    /// One process of a service and the port it answers on.
    record Replica(String service, ChildProcess process, int port) {}

    /// Starts Kafka and S3.
    SecuredCity(Path folder, RenderedOverlay overlay) throws IOException, InterruptedException {
        this.folder = folder;
        this.overlay = overlay;
        this.broker = new SecuredBroker(folder, overlay);
        this.infra = InfraSettings.of(folder.resolve("city"), LoopbackPort.anyFree(), LoopbackPort.anyFree());
        LocalInfra local = new LocalInfra(PROJECT, infra);
        this.store = local.startS3();
        assertThat(local.awaitS3(store, new StopRequest())).isTrue();
    }

    /// Starts one more process of a service.
    ///
    /// @param settings override those of the manifest
    Replica start(String service, Map<String, String> settings) {
        Map<String, String> environment =
                new HashMap<>(ServiceManifest.of(overlay, service).environment());
        int port = LoopbackPort.anyFree();
        environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.equals("CONTROL_TOKEN"));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        environment.put("KAFKA_SSL_TRUSTSTORE_LOCATION", broker.authority().toString());
        environment.put("KAFKA_SASL_JAAS_CONFIG", SecuredBroker.jaas(service));
        if (service.equals(ServiceManifest.SINK)) {
            environment.putAll(infra.s3Environment());
            environment.put("SINK_LOG_JSON", "false");
        }
        environment.putAll(settings);
        List<String> flags = List.of("-Xmx192m", "-XX:TieredStopAtLevel=1");
        String name = service + "-" + started.size();
        Replica replica = new Replica(
                service,
                ChildProcess.start(PROJECT.service(service).program(name, flags, environment), folder.resolve("logs")),
                port);
        started.add(replica);
        return replica;
    }

    /// Stops processes by SIGTERM, as Kubernetes does, all at once.
    void stop(List<Replica> replicas) {
        replicas.forEach(replica -> replica.process().askToStop());
        assertThat(replicas)
                .allSatisfy(replica -> assertThat(replica.process().endsWithin(ENDS_WITHIN))
                        .as(replica.process().name())
                        .isTrue());
    }

    /// What a process answers; an empty object while it does not.
    ///
    /// @throws IllegalStateException if the process has ended, so that nobody waits for it
    JsonNode get(Replica replica, String path) throws InterruptedException {
        if (!replica.process().isAlive()) {
            throw new IllegalStateException(replica.process().exitMessage());
        }
        HttpRequest request = HttpRequest.newBuilder(uri(replica, path)).build();
        ObjectMapper mapper = new ObjectMapper();
        try {
            return mapper.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException _) {
            return mapper.createObjectNode();
        }
    }

    /// The status of the answer to a change.
    int send(Replica replica, String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(replica, path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static URI uri(Replica replica, String path) {
        return URI.create("http://127.0.0.1:" + replica.port() + path);
    }

    /// Folder of the objects, with a folder for each topic.
    Path lake() {
        return infra.lake();
    }

    /// Settings of a client that is logged in as a user.
    Map<String, Object> client(String user) {
        return broker.client(user);
    }

    /// Audits the lake against every record of Kafka, as the user of the audit.
    AuditReport audit() {
        try (SinkGroup group = new SinkGroup(broker.client("audit"), "s3-parquet-sink")) {
            AuditScope scope = new AuditScope("", Set.of(AuditScope.DATA), Set.of(), true, AuditScope.READERS);
            return new LakeAudit(new FolderLake(lake().resolveSibling(".").normalize()), scope, group, (_, _, _) -> {})
                    .run();
        }
    }

    /// All that the services have logged.
    Stream<String> logs() {
        return started.stream().map(replica -> replica.process().log()).flatMap(log -> {
            try {
                return Files.readAllLines(log).stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() {
        started.forEach(replica -> replica.process().kill());
        store.kill();
        broker.close();
        http.close();
    }
}
