package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Strimzi's resources keep the schemas of their definitions: what is required, ranges, patterns and words.
class StrimziSchemasTest {
    private static final Map<String, JsonSchema> SCHEMAS = new HashMap<>();

    @BeforeAll
    static void readSchemas(@TempDir Path folder) throws Exception {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4);
        for (Path file : StrimziDefinitions.write(folder)) {
            JsonNode definition = ManifestObject.value(Files.readString(file));
            JsonNode version = definition.at("/spec/versions/0");
            assertThat(version.path("name").asText()).as("%s", file).isEqualTo("v1");
            SCHEMAS.put(
                    definition.at("/spec/names/kind").asText(),
                    factory.getSchema(version.at("/schema/openAPIV3Schema")));
        }
    }

    private static List<String> problems(ManifestObject object) {
        JsonSchema schema = SCHEMAS.get(object.kind());
        return schema == null
                ? List.of()
                : schema.validate(object.json()).stream()
                        .map(ValidationMessage::getMessage)
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("smartcity.deployment.kubernetes.RenderedOverlay#all")
    void everyResourceKeepsItsSchema(RenderedOverlay overlay) {
        assertThat(overlay.objects().stream().flatMap(object -> problems(object).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KafkaTopic    | vehicle-data | /spec                       | partitions | 0
            KafkaUser     | audit        | /spec/authentication        | type       | scram-sha-256
            KafkaUser     | audit        | /spec/authorization/acls/0  | operations | [Reads]
            KafkaNodePool | node         | /spec                       | roles      | [brokers]
            Kafka         | city         | /spec                       | kafka      | {}
            """)
    void refusesAPlantedFault(String kind, String name, String at, String field, String value) throws Exception {
        JsonNode copy = RenderedOverlay.named("local").one(kind, name).json().deepCopy();

        ((ObjectNode) copy.at(at)).set(field, ManifestObject.value(value));

        assertThat(problems(new ManifestObject(copy)))
                .anySatisfy(problem -> assertThat(problem).contains("." + field));
    }
}
