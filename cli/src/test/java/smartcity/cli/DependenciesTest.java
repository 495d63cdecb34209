package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smartcity.local.run.CityService;

/// What the packages of the services say about their contents, and that they contain nothing known as vulnerable.
class DependenciesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(CityService.class)
    void haveTheirLicencesInEveryPackage(CityService service) throws IOException {
        try (JarFile jar = new JarFile(packaged(service).toFile())) {
            String licences = new String(entry(jar, "META-INF/THIRD-PARTY.txt"), StandardCharsets.UTF_8);

            assertThat(licences)
                    .contains("org.apache.kafka:kafka-clients:", "io.netty:netty-common:")
                    .doesNotContain("(Unknown license)");
            assertThat(entry(jar, "META-INF/NOTICE")).isEqualTo(Files.readAllBytes(Path.of("../NOTICE")));
            assertThat(entry(jar, "META-INF/LICENSE")).isEqualTo(Files.readAllBytes(Path.of("../LICENSE")));
        }
    }

    @ParameterizedTest
    @EnumSource(CityService.class)
    @Tag("long")
    void areListedInEveryPackage(CityService service) throws IOException {
        assertThat(billOfMaterials(service).path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(billOfMaterials(service).path("components").findValuesAsText("name"))
                .contains("kafka-clients", "netty-common");
    }

    @ParameterizedTest
    @EnumSource(CityService.class)
    @Tag("long")
    void haveNoKnownVulnerability(CityService service) throws IOException {
        KnownVulnerabilities known = KnownVulnerabilities.read();

        JsonNode billOfMaterials = billOfMaterials(service);

        assertThat(known.foundIn(billOfMaterials)).isEmpty();
        assertThat(known.unusedExemptions(billOfMaterials)).isEmpty();
    }

    @Test
    void areFoundWhereTheyAreVulnerable() throws IOException {
        KnownVulnerabilities known = KnownVulnerabilities.read();

        JsonNode old = JSON.readTree("""
                {"components": [
                  {"group": "org.apache.kafka", "name": "kafka-clients", "version": "4.1.1"},
                  {"group": "io.netty", "name": "netty-handler", "version": "4.1.134.Final"},
                  {"group": "io.netty", "name": "netty-common", "version": "4.1.134.Final"}]}""");
        JsonNode repaired = JSON.readTree("""
                {"components": [
                  {"group": "org.apache.kafka", "name": "kafka-clients", "version": "4.1.2"},
                  {"group": "io.netty", "name": "netty-handler", "version": "4.1.135.Final"}]}""");

        assertThat(known.foundIn(old))
                .containsExactly(
                        "CVE-2026-35554 org.apache.kafka:kafka-clients:4.1.1",
                        "CVE-2026-45416 io.netty:netty-handler:4.1.134.Final");
        assertThat(known.foundIn(repaired)).isEmpty();
    }

    private static JsonNode billOfMaterials(CityService service) throws IOException {
        try (JarFile jar = new JarFile(packaged(service).toFile())) {
            return JSON.readTree(entry(jar, "META-INF/sbom/application.cdx.json"));
        }
    }

    /// The service's own jar in its package.
    private static Path packaged(CityService service) throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("..", service.module(), "target/quarkus-app/app"))) {
            return jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static byte[] entry(JarFile jar, String name) throws IOException {
        try (InputStream bytes = jar.getInputStream(jar.getEntry(name))) {
            return bytes.readAllBytes();
        }
    }
}
