package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the commands consist of, as the package of this module lists it.
@Tag("long")
class CommandDependenciesIT {
    @Test
    void haveNoKnownVulnerability() throws IOException {
        JsonNode billOfMaterials = new ObjectMapper()
                .readTree(Path.of("target/classes/META-INF/sbom/application.cdx.json")
                        .toFile());

        assertThat(billOfMaterials.path("components").findValuesAsText("name"))
                .contains("duckdb_jdbc", "kafka-clients");
        assertThat(KnownVulnerabilities.read().foundIn(billOfMaterials)).isEmpty();
    }
}
