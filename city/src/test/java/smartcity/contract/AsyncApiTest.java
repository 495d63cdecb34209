package smartcity.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smartcity.event.CityTopic;

/// `docs/asyncapi.yaml` agrees with the code.
class AsyncApiTest {
    private final JsonNode document;

    AsyncApiTest() throws IOException {
        document = new YAMLMapper()
                .readTree(TopicSchemas.DOCS.resolve("asyncapi.yaml").toFile());
    }

    @Test
    void hasAChannelForEachTopicAndNoOther() {
        List<String> channels = names(document.path("channels"));

        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(channels)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(CityTopic.values())
                        .map(CityTopic::defaultName)
                        .toList());
        assertThat(channels)
                .allSatisfy(channel -> assertThat(document.path("channels")
                                .path(channel)
                                .path("address")
                                .asText())
                        .isEqualTo(channel));
    }

    @Test
    void hasAnOperationThatSendsToEachTopic() {
        List<String> channels = Stream.of(CityTopic.values())
                .map(topic -> "#/channels/" + topic.defaultName())
                .toList();

        assertThat(document.path("operations"))
                .extracting(operation -> operation.at("/channel/$ref").asText())
                .containsExactlyInAnyOrderElementsOf(channels);
        assertThat(document.path("operations"))
                .allSatisfy(operation ->
                        assertThat(operation.path("action").asText()).isEqualTo("send"));
    }

    @ParameterizedTest
    @EnumSource(CityTopic.class)
    void refersToTheSchemaOfEachTopic(CityTopic topic) throws IOException {
        JsonNode payload = messageOf(topic).path("payload");

        Path file = TopicSchemas.DOCS.resolve(payload.at("/schema/$ref").asText());

        assertThat(payload.path("schemaFormat").asText()).isEqualTo("application/schema+json;version=draft-2020-12");
        assertThat(new YAMLMapper().readTree(file.toFile())).isEqualTo(TopicSchemas.of(topic));
    }

    @ParameterizedTest
    @EnumSource(CityTopic.class)
    void showsOnlyExamplesThatObeyTheSchema(CityTopic topic) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(CityTopic.class.getResourceAsStream("/" + topic.schemaResource()));
        JsonNode examples = messageOf(topic).path("examples");

        assertThat(examples.size()).isEqualTo(topic == CityTopic.TRAFFIC ? 0 : 1); // an encoded image is not readable
        assertThat(examples).allSatisfy(example -> {
            assertThat(schema.validate(
                            example.path("payload"),
                            run -> run.getExecutionConfig().setFormatAssertionsEnabled(true)))
                    .isEmpty();
            assertThat(names(example.path("payload")))
                    .containsExactlyInAnyOrderElementsOf(TopicSchemas.propertiesOf(topic));
        });
    }

    @ParameterizedTest
    @EnumSource(CityTopic.class)
    void describesTheKeyAsText(CityTopic topic) {
        JsonNode trait = followed(messageOf(topic).path("traits").path(0));

        assertThat(trait.at("/bindings/kafka/key/type").asText()).isEqualTo("string");
        assertThat(trait.path("contentType").asText()).isEqualTo("application/json");
    }

    private JsonNode messageOf(CityTopic topic) {
        return followed(document.path("channels")
                .path(topic.defaultName())
                .path("messages")
                .elements()
                .next());
    }

    private JsonNode followed(JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(property -> property.getKey()).toList();
    }
}
