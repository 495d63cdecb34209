package smartcity.emission.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smartcity.chance.Seed;
import smartcity.event.CityTopic;
import smartcity.event.EventJson;

class ValueCorruptionTest {
    private final ObjectMapper json = new ObjectMapper();
    private final ValueCorruption damage = new ValueCorruption();

    @ParameterizedTest
    @EnumSource(CityTopic.class)
    void noReaderTakesAMalformedValueForGood(CityTopic topic) {
        byte[] value = new EventJson().encode(EmittedEvents.of(topic, EmittedEvents.START));
        Set<String> ways = new TreeSet<>();

        for (int i = 0; i < 500; i++) {
            ValueCorruption.Result result = damage.malformed(topic, value, new Seed(i));
            ways.add(result.detail().replaceAll(";.*", ""));
            assertThat(accepted(topic, result.value())).as(result.detail()).isFalse();
        }

        assertThat(accepted(topic, value)).isTrue();
        assertThat(ways)
                .containsExactly("broken-utf8", "nan", "no-json", "number-as-text", "truncated", "unknown-word");
    }

    @ParameterizedTest
    @EnumSource(CityTopic.class)
    void noReaderTakesAValueWithoutAFieldForGood(CityTopic topic) {
        byte[] value = new EventJson().encode(EmittedEvents.of(topic, EmittedEvents.START));

        for (int i = 0; i < 200; i++) {
            ValueCorruption.Result missing = damage.withoutField(topic, value, new Seed(i));
            ValueCorruption.Result empty = damage.withNull(topic, value, new Seed(i));
            assertThat(accepted(topic, missing.value())).as(missing.detail()).isFalse();
            assertThat(accepted(topic, empty.value())).as(empty.detail()).isFalse();
        }
    }

    private boolean accepted(CityTopic topic, byte[] value) {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(ValueCorruptionTest.class.getResourceAsStream("/" + topic.schemaResource()));
        try {
            return schema.validate(
                            json.readTree(value),
                            context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
                    .isEmpty();
        } catch (IOException e) {
            return false;
        }
    }
}
