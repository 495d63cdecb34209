package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.deployment.ProjectVersion;
import smartcity.deployment.ServiceSettings;
import smartcity.deployment.Tool;

/// The manifests say what the code says: ports, paths, settings, versions and times.
class CityManifestsTest {
    /// How long the sink's loops may take to leave the group. Source: `SinkThreads.LEAVING`.
    private static final Duration LEAVING = Duration.ofSeconds(3);

    /// The longest that a simulator takes to stop: two times `EmissionLifecycle.GRACE`, and until Kafka aborts what is
    /// left, `transaction.timeout.ms` of emission's defaults.
    private static final Duration STOP_OF_A_SIMULATOR = Duration.ofSeconds(5 + 5 + 10);

    static Stream<ServiceManifest> services() {
        return ServiceManifest.all(RenderedOverlay.named("local"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void portAndPathsAreThoseOfTheCode(ServiceManifest service) throws IOException {
        Properties code = application(service.service());
        JsonNode container = service.container();

        assertThat(container.at("/ports/0/containerPort").asText()).isEqualTo(code.getProperty("quarkus.http.port"));
        assertThat(service.overlay()
                        .one("Service", service.service())
                        .json()
                        .at("/spec/ports/0/port")
                        .asText())
                .isEqualTo(code.getProperty("quarkus.http.port"));
        assertThat(code.stringPropertyNames()).noneMatch(name -> name.contains("root-path"));
        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
    }

    @ParameterizedTest
    @MethodSource("smartcity.deployment.kubernetes.RenderedOverlay#all")
    void everyVariableIsASettingWithAValidValue(RenderedOverlay overlay) {
        assertThat(ServiceManifest.all(overlay)
                        .flatMap(service ->
                                ServiceSettings.of(service.service()).problems(service.environment()).stream()))
                .isEmpty();
    }

    /// A Service with an address of its own would have the page ask one pod of several.
    @Test
    void thePageFindsEachPodOfTheSink() {
        ServiceManifest view = manifest("city-view");
        URI sink = URI.create(view.environment().get("VIEW_SINK"));

        JsonNode service = view.overlay().one("Service", sink.getHost()).json();

        assertThat(service.at("/spec/clusterIP").asText()).isEqualTo("None");
        assertThat(service.at("/spec/publishNotReadyAddresses").asBoolean()).isTrue();
        assertThat(service.at("/spec/selector"))
                .isEqualTo(
                        view.overlay().one("Service", "s3-parquet-sink").json().at("/spec/selector"));
        assertThat(sink.getPort())
                .isEqualTo(service.at("/spec/ports/0/port").asInt())
                .isEqualTo(manifest("s3-parquet-sink")
                        .container()
                        .at("/ports/0/containerPort")
                        .asInt());
    }

    @Test
    void aVariableThatSetsNothingIsFound() {
        Map<String, String> environment = manifest("s3-parquet-sink").environment();

        environment.put("SINK_ROLLOVER_MAXAGE", "PT1M");

        assertThat(ServiceSettings.of("s3-parquet-sink").problems(environment)).hasSize(1);
    }

    /// A change comes from another pod, so every service needs the token; without the Secret it starts all the same.
    @ParameterizedTest
    @MethodSource("smartcity.deployment.kubernetes.RenderedOverlay#all")
    void everyServiceTakesTheTokenOfChangesIfThereIsOne(RenderedOverlay overlay) throws IOException {
        JsonNode reference = ManifestObject.value("{name: control-token, key: token, optional: true}");

        assertThat(ServiceManifest.all(overlay))
                .allSatisfy(
                        service -> assertThat(service.variable("CONTROL_TOKEN").at("/valueFrom/secretKeyRef"))
                                .as("%s", service)
                                .isEqualTo(reference));
        assertThat(Files.readString(RenderedOverlay.FOLDER.resolve("components/pods/README.md")))
                .contains("create secret generic control-token --from-literal=token=");
    }

    @Test
    void imagesHaveTheVersionOfTheProject() {
        assertThat(RenderedOverlay.all()
                        .flatMap(overlay -> overlay.objects().stream())
                        .flatMap(object -> object.containers().stream())
                        .map(container -> container.path("image").asText())
                        .filter(image -> image.startsWith("smartcity/")))
                .isNotEmpty()
                .allMatch(image ->
                        image.matches(".+:" + Pattern.quote(ProjectVersion.read()) + "(-native|-msk-iam|-aot)?"));
    }

    /// The page says how to compile every service, a release builds what `deploy/images/build` finds, which is every
    /// service, and the component `native` runs them.
    @Test
    void everyServiceHasANativeImage() throws IOException {
        List<String> services = serviceNames();
        Matcher compiled = Pattern.compile("-Dnative package -pl (\\S+) -am")
                .matcher(Files.readString(Tool.REPOSITORY.resolve("docs/native.md")));
        assertThat(compiled.find()).isTrue();

        List<String> images = ManifestObject.elements(ManifestObject.value(Files.readString(
                                RenderedOverlay.FOLDER.resolve("components/native/kustomization.yaml")))
                        .path("images"))
                .map(image -> image.path("name").asText().replace("smartcity/", ""))
                .toList();

        assertThat(compiled.group(1).split(",")).containsExactlyInAnyOrderElementsOf(services);
        assertThat(images).containsExactlyInAnyOrderElementsOf(services);
        assertThat(Files.readString(Tool.REPOSITORY.resolve(".github/workflows/release.yml")))
                .contains("deploy/images/build -Dnative ")
                .doesNotContain("exclude:");
    }

    private static List<String> serviceNames() throws IOException {
        try (Stream<Path> modules = Files.list(Tool.REPOSITORY)) {
            return modules.filter(module -> Files.exists(module.resolve("src/main/resources/application.properties")))
                    .map(module -> module.getFileName().toString())
                    .toList();
        }
    }

    @Test
    void aStopOfTheSinkFitsIntoItsGracePeriod() {
        ServiceManifest sink = manifest("s3-parquet-sink");
        Duration landing = Duration.parse(sink.environment().get("SINK_SHUTDOWN_TIMEOUT"));

        assertThat(sink.gracePeriod()).isGreaterThan(landing.plus(LEAVING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vehicle-simulator", "weather-simulator", "incident-simulator"})
    void aStopOfASimulatorFitsIntoItsGracePeriod(String service) {
        assertThat(manifest(service).gracePeriod()).isGreaterThan(STOP_OF_A_SIMULATOR);
    }

    private static Properties application(String service) throws IOException {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(
                Tool.REPOSITORY.resolve(service).resolve("src/main/resources/application.properties"))) {
            properties.load(file);
        }
        return properties;
    }

    private static ServiceManifest manifest(String service) {
        return ServiceManifest.of(RenderedOverlay.named("local"), service);
    }
}
