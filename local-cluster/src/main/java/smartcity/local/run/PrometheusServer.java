package smartcity.local.run;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.ChildProgram;
import smartcity.local.child.FileFailure;
import smartcity.local.child.LaunchException;
import smartcity.local.child.ReadinessProbe;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.LoopbackPort;

/// The Prometheus of this machine as part of a run: it reads the run's services and checks the project's alert rules.
record PrometheusServer(BuiltProject project, CitySettings settings, LoopbackPort port) {
    static final String NAME = "prometheus";

    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    /// That of a run, if it has one.
    static Optional<PrometheusServer> of(BuiltProject project, CitySettings settings) {
        return settings.prometheus().map(port -> new PrometheusServer(project, settings, port));
    }

    /// The file of the program: on the path, or where the project's tests install it.
    ///
    /// @throws LaunchException with the sentence that says what to do if there is none
    Path program() {
        Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return programIn(
                Stream.concat(path.map(Path::of), Stream.of(project.home().resolve("target/tools/bin"))));
    }

    static Path programIn(Stream<Path> folders) {
        return folders.map(folder -> folder.resolve(NAME))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .orElseThrow(() -> new LaunchException("Prometheus, which --observe needs, is not installed: install it"
                        + " (Debian and Ubuntu: apt install prometheus; macOS: brew install prometheus), or run"
                        + " deploy-tests/install-tools"));
    }

    /// Writes its configuration into the data folder and starts it, without waiting for it.
    ChildProcess start() {
        Path data = settings.infra().data();
        Path file = data.resolve("prometheus.yml");
        try {
            Files.writeString(file, configuration());
        } catch (IOException e) {
            throw new LaunchException("Failed to write " + file + ": " + FileFailure.reason(e), e);
        }
        List<String> command = List.of(
                program().toString(),
                "--config.file=" + file,
                "--storage.tsdb.path=" + data.resolve(NAME),
                "--web.listen-address=127.0.0.1:" + port.number());
        return ChildProcess.start(
                new ChildProgram(NAME, command, Map.of()), settings.infra().logs());
    }

    /// Asks whether it answers queries.
    ReadinessProbe readiness() {
        URI endpoint = URI.create("http://127.0.0.1:" + port.number() + "/-/ready");
        return new ReadinessProbe(endpoint, status -> status == 200, START_LIMIT);
    }

    /// In the form of `deploy/observability/prometheus.yml`, with this run's processes.
    String configuration() {
        String targets = settings.replicas().stream()
                .map(replica ->
                        """
                              - targets: ["127.0.0.1:%d"]
                                labels: {app_kubernetes_io_name: %s}
                        """.formatted(replica.port().number(), replica.service().module()))
                .collect(Collectors.joining());
        return """
                # Written at every start; changes here are lost
                global:
                  scrape_interval: 5s
                  evaluation_interval: 5s
                rule_files:
                  - "%s/rules/*.yml"
                scrape_configs:
                  - job_name: smart-city
                    metrics_path: /q/metrics
                    static_configs:
                %s""".formatted(project.home().resolve("deploy/observability"), targets);
    }
}
