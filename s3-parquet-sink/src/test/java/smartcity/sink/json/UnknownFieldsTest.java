package smartcity.sink.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnknownFieldsTest {
    private static final String PROPERTIES = """
            "text": {"type": "string"},
            "place": {"type": "object", "properties": {"x": {"type": "number"}}},
            "lanes": {"type": "array", "items": {"type": "object", "properties": {"no": {"type": "integer"}}}},
            "kinds": {"type": "object", "additionalProperties":
              {"type": "object", "properties": {"n": {"type": "integer"}}}}""";

    private final TypedRecords keeping = new TypedRecords(PROPERTIES, UnknownFields.KEEP);
    private final TypedRecords refusing = new TypedRecords(PROPERTIES, UnknownFields.REFUSE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"new\":1}`|{\"new\":1}",
                "`{\"b\" : [ 1.10 ,{}] ,\"text\":\"t\",\"a\":null}`|{\"b\":[ 1.10 ,{}],\"a\":null}",
                "`{\"a\":1,\"a\":2}`|{\"a\":1,\"a\":2}",
                "`{\"place\":{\"y\":1,\"x\":2,\"z\":{\"w\":3}},\"y\":4}`|{\"place/y\":1,\"place/z\":{\"w\":3},\"y\":4}",
                "`{\"lanes\":[{},{\"no\":1,\"w\":true},{\"w\":0}]}`|{\"lanes/1/w\":true,\"lanes/2/w\":0}",
                "`{\"kinds\":{\"a/b\":{\"m\":1},\"~\":{\"m\":2}}}`|{\"kinds/a~1b/m\":1,\"kinds/~0/m\":2}",
                "`{\"place/y\":1,\"\\u0022\\u005c\\u0001\":\"\\u00e9\",\"ü\":\"ü\"}`"
                        + "|`{\"place~1y\":1,\"\\\"\\\\\\u0001\":\"\\u00e9\",\"ü\":\"ü\"}`",
            })
    void keepsUnknownMembersByPathAsTheyAreWritten(String json, String extra) {
        keeping.accepted(json);

        assertThat(keeping.text("_extra")).isEqualTo(extra);
    }

    @Test
    void keepsNothingOfThePreviousRecord() {
        keeping.accepted("{\"place\":{\"y\":1}}");
        keeping.refused("{\"place\":{\"y\":1,\"x\":true}}");
        keeping.accepted("{\"text\":\"t\"}");
        assertThat(keeping.has("_extra")).isFalse();

        keeping.accepted("{\"b\":2}");

        assertThat(keeping.text("_extra")).isEqualTo("{\"b\":2}");
    }

    @Test
    void treatsAMemberNamedExtraAsUnknown() {
        keeping.accepted("{\"_extra\":5}");

        assertThat(keeping.text("_extra")).isEqualTo("{\"_extra\":5}");
    }

    @Test
    void refusesPathsThatMultiplyARecord() {
        String json = "{\"kinds\":{\"" + "k".repeat(50_000) + "\":{" + "\"a\":1,".repeat(10_000) + "\"n\":1}}}";

        assertThat(keeping.refused(json)).startsWith("value must have paths to unknown members of less than ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"text\":\"t\",\"new\":1}`|\"new\" must be a property of the schema",
                "`{\"place\":{\"\":1}}`|place.\"\" must be a property of the schema",
                "`{\"lanes\":[{\"\\u0007\\u00e9\":1}]}`|lanes.element.\"?é\" must be a property of the schema",
                "`{\"kinds\":{\"a\":{\"b\":1}}}`|kinds.value.\"b\" must be a property of the schema",
            })
    void refusesUnknownMembersByName(String json, String reason) {
        assertThat(refusing.refused(json)).isEqualTo(reason);
    }

    @ParameterizedTest
    @EnumSource
    void refusesUnknownMembersThatAreNotJson(UnknownFields policy) {
        TypedRecords records = new TypedRecords(PROPERTIES, policy);

        assertThat(records.refused("{\"new\":tru}"))
                .contains(policy == UnknownFields.REFUSE ? "\"new\"" : "must be JSON");
    }
}
