package smartcity.deployment.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import smartcity.deployment.ProjectVersion;
import smartcity.deployment.Tool;

/// The images as a registry holds them, without an engine.
@Tag("long")
@ExtendWith(PushedImages.Resolver.class)
class ServiceImageIT {
    private static final String VERSION = ProjectVersion.read();
    private static final Pattern PORT = Pattern.compile("^quarkus\\.http\\.port=(\\d+)$", Pattern.MULTILINE);

    /// Compressed size of all that comes on top of the base image [bytes]; measured: 42 MB of a simulator, 58 MB of
    /// the sink.
    private static final long LARGEST = 80_000_000;

    @ParameterizedTest
    @FieldSource("smartcity.deployment.images.PushedImages#SERVICES")
    void buildsAnImageThatRunsUnderStrictRules(String service, PushedImages images) throws Exception {
        StoredImage image = saysWhatItIs(images.client(), "smartcity/" + service, VERSION);

        startsAsAnUnknownUserWithoutAShell(image);
        hasTheFilesOfTheOtherBuild(image, service);
        assertThat(image.bytes()).isLessThan(LARGEST);
    }

    private static void startsAsAnUnknownUserWithoutAShell(StoredImage image) {
        assertThat(image.config().path("User").asText()).isEqualTo("65532:65532");
        assertThat(image.config().path("Entrypoint"))
                .extracting(argument -> argument.asText())
                .containsExactly(
                        "java", "@/app/jvm.options", "-XX:MaxRAMPercentage=50", "-jar", "/app/quarkus-run.jar");
        assertThat(image.config().path("Cmd").isMissingNode()).isTrue();
        assertThat(image.config().path("StopSignal").isMissingNode()).isTrue();
        assertThat(image.config().path("Env"))
                .extracting(variable -> variable.asText())
                .contains("QUARKUS_HTTP_HOST=0.0.0.0");
        assertThat(image.text("/app/jvm.options"))
                .contains("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED")
                .doesNotContain("-Xmx");
        assertThat(image.files().values()).allSatisfy(file -> {
            assertThat(file.user()).isZero();
            assertThat(file.mode() & 0022).isZero();
        });
    }

    /// Checks port, labels, tag and licences, which the images of both forms have alike, and returns the image.
    static StoredImage saysWhatItIs(RegistryClient client, String repository, String tag) throws Exception {
        StoredImage image = StoredImage.read(client, repository, tag);
        String service = repository.substring(repository.indexOf('/') + 1);
        Matcher port = PORT.matcher(
                Files.readString(Tool.REPOSITORY.resolve(service + "/src/main/resources/application.properties")));
        assertThat(port.find()).isTrue();
        assertThat(image.config().path("ExposedPorts").fieldNames())
                .toIterable()
                .containsExactly(port.group(1) + "/tcp");
        Map<String, String> labels = new TreeMap<>();
        image.config()
                .path("Labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        assertThat(labels)
                .isEqualTo(Map.of(
                        "org.opencontainers.image.title",
                        service,
                        "org.opencontainers.image.version",
                        VERSION,
                        "org.opencontainers.image.licenses",
                        "Apache-2.0",
                        "org.opencontainers.image.source",
                        ImageBuild.SOURCE,
                        "org.opencontainers.image.revision",
                        ImageBuild.REVISION));
        assertThat(client.json(repository, "tags/list").path("tags"))
                .extracting(name -> name.asText())
                .containsExactly(tag);
        assertThat(image.text("/licenses/LICENSE")).contains("Apache License");
        assertThat(image.text("/licenses/THIRD-PARTY.txt")).contains("kafka-clients");
        assertThat(image.files()).containsKeys("/licenses/NOTICE", "/licenses/application.cdx.json");
        return image;
    }

    /// The module has been packaged before this test, so the image is a second build of the same sources. Only one
    /// file differs: Quarkus numbers the classes that it generates in the order its threads reach them.
    private static void hasTheFilesOfTheOtherBuild(StoredImage image, String service) throws Exception {
        Path packaged = Tool.REPOSITORY.resolve(service + "/target/quarkus-app");
        Map<String, String> expected = new TreeMap<>();
        try (Stream<Path> files = Files.walk(packaged)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                expected.put("/app/" + packaged.relativize(file), RegistryClient.digest(Files.readAllBytes(file)));
            }
        }
        Map<String, String> found = new TreeMap<>();
        image.files().forEach((path, file) -> found.put(path, file.digest()));
        found.keySet().retainAll(expected.keySet());
        expected.remove(
                "/app/quarkus-app-dependencies.txt"); // not in images: the bill of materials lists the libraries
        String numbered = "/app/quarkus/generated-bytecode.jar";
        expected.remove(numbered);
        found.remove(numbered);

        assertThat(found).isEqualTo(expected);
        assertThat(image.files().values().stream().map(StoredImage.ImageFile::epochSecond))
                .allMatch(time -> time <= 1 || time == outputTimestamp());
    }

    /// The time that the root `pom.xml` gives to everything it builds.
    private static long outputTimestamp() {
        try {
            Matcher time = Pattern.compile("<project.build.outputTimestamp>(.*?)<")
                    .matcher(Files.readString(Tool.REPOSITORY.resolve("pom.xml")));
            assertThat(time.find()).isTrue();
            return java.time.Instant.parse(time.group(1)).getEpochSecond();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
