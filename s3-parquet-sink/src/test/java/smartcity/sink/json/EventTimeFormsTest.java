package smartcity.sink.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.sink.jsonschema.JsonSchemaReader;
import smartcity.sink.row.ConversionResult;
import smartcity.sink.row.Row;
import smartcity.sink.schema.EpochUnit;
import smartcity.sink.schema.EventTimeSource;
import smartcity.sink.schema.EventTimeSource.Property;
import smartcity.sink.schema.RecordSchema;

/// The event time of records as others write it.
class EventTimeFormsTest {
    private static final Instant KAFKA = Instant.parse("2026-01-01T00:00:00Z");
    private static final String SCHEMA = """
            {"type": "object", "properties": {
              "at": {"type": ["string", "null"], "format": "date-time"}, "text": {"type": "string"}, "any": true,
              "whole": {"type": "integer"}, "real": {"type": "number"},
              "exact": {"type": "string", "format": "decimal", "x-precision": 30, "x-scale": 9},
              "cents": {"type": "string", "format": "decimal", "x-precision": 12, "x-scale": 2},
              "payload": {"type": "object", "properties": {"source": {"type": "object", "properties": {
                "ts_ms": {"type": "integer"}}}}}}}""";

    private boolean kafkaLast = true;
    private @Nullable ZoneId zone;

    /// The instant of the record, or the reason why it has none.
    private String timeOf(String json, Property... properties) {
        EventTimeSource from = new EventTimeSource.Properties(Arrays.asList(properties), kafkaLast, zone);
        RecordSchema schema =
                JsonSchemaReader.read("test", new ByteArrayInputStream(SCHEMA.getBytes(StandardCharsets.UTF_8)), from);
        Row row = new Row(schema.slots());
        ValueForms forms = new ValueForms(zone, RegistryPrefix.REFUSE);
        ConversionResult verdict = new JsonFormat(schema, UnknownFields.IGNORE, forms)
                .converter(row)
                .convert(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
        if (verdict instanceof ConversionResult.Accepted) {
            verdict = row.putEventTime(schema.eventTime(), KAFKA.toEpochMilli());
        }
        return verdict instanceof ConversionResult.Refused(String reason)
                ? reason
                : Instant.EPOCH.plus(row.eventMicros(), ChronoUnit.MICROS).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:15:30Z, 2026-11-23T10:15:30Z",
        "2026-11-23 10:15:30Z, 2026-11-23T10:15:30Z",
        "2026-11-23T10:15:30.123456789+0000, 2026-11-23T10:15:30.123456Z",
        "2026-11-23 10:15:30+0130, 2026-11-23T08:45:30Z",
        "2026-11-23t10:15:30-08, 2026-11-23T18:15:30Z",
        "2026-11-23 10:15:30 +0100, 2026-11-23T09:15:30Z",
        "2026-11-23 10:15:30 UTC, 2026-11-23T10:15:30Z",
        "'2026-11-23T10:15:30,5z', 2026-11-23T10:15:30.500Z",
        "2026-11-23T10:15Z, 2026-11-23T10:15:00Z",
        "2024-02-29T23:59:59.999999+00:00, 2024-02-29T23:59:59.999999Z",
    })
    void readsDateTimesAsTheyAreWritten(String text, String expected) {
        assertThat(timeOf("{\"at\":\"" + text + "\"}", new Property("at", null)))
                .isEqualTo(expected);
        assertThat(timeOf("{\"text\":\"" + text + "\"}", new Property("text", null)))
                .isEqualTo(expected);
        assertThat(timeOf("{\"any\":\"" + text + "\"}", new Property("any", null)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:15:30, 2026-11-23T10:15:30Z",
        "2026-07-23 10:15:30.25, 2026-07-23T09:15:30.250Z",
        "2026-03-29T01:30:00, 2026-03-29T01:30:00Z",
        "2026-10-25T01:30:00, 2026-10-25T00:30:00Z",
        "2026-07-23T10:15, 2026-07-23T09:15:00Z",
        "2026-07-23T10:15:30+05:00, 2026-07-23T05:15:30Z",
    })
    void readsDateTimesWithoutAZoneInTheOneThatIsSet(String text, String expected) {
        zone = ZoneId.of("Europe/London");

        assertThat(timeOf("{\"at\":\"" + text + "\"}", new Property("at", null)))
                .isEqualTo(expected);
        assertThat(timeOf("{\"text\":\"" + text + "\"}", new Property("text", null)))
                .isEqualTo(expected);
    }

    @Test
    void refusesADateTimeWithoutAZoneIfNoneIsSet() {
        assertThat(timeOf("{\"text\":\"2026-11-23T10:15:30\"}", new Property("text", null)))
                .isEqualTo("text must be a date-time with a zone, as sink.time-zone is not set, but was"
                        + " 2026-11-23T10:15:30");
        assertThat(timeOf("{\"at\":\"2026-11-23T10:15:30\"}", new Property("at", null)))
                .isEqualTo("at must be a date-time of RFC 3339 but was \"2026-11-23T10:15:30\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T10:15:30Z",
                "2026-13-01T10:15:30Z",
                "2026-11-23T24:00:00Z",
                "2026-11-23T10:15:60Z",
                "2026-11-23T10:15:30.Z",
                "2026-11-23T10:15:30X",
                "2026-11-23T10:15:30+1",
                "2026-11-23T10:15:30+24:00",
                "2026-11-23T10:15:30Zx",
                "2026-11-23",
                "2026-11-23T",
                "",
                "x",
                "1795428930",
                "2026-11-23T10:15:3",
                "20261123T101530Z",
                "2026-11-23T10:15:30+00:0",
                "2026-00-01T10:15:30Z",
                "2026-11-00T10:15:30Z"
            })
    void refusesOtherTexts(String text) {
        zone = ZoneId.of("UTC");

        assertThat(timeOf("{\"text\":\"" + text + "\"}", new Property("text", null)))
                .isEqualTo("text must be a date-time but was " + text);
    }

    @ParameterizedTest
    @CsvSource({
        "whole, SECONDS, 1795428930, 2026-11-23T10:15:30Z",
        "whole, NANOS, 1795428930123456789, 2026-11-23T10:15:30.123456Z",
        "real, SECONDS, 1795428930.123456, 2026-11-23T10:15:30.123456Z",
        "real, MILLIS, 1795428930123.5, 2026-11-23T10:15:30.123500Z",
        "real, SECONDS, -0.0000001, 1969-12-31T23:59:59.999999Z",
        "exact, SECONDS, 1795428930.123456789, 2026-11-23T10:15:30.123456Z",
        "cents, SECONDS, 1795428930.12, 2026-11-23T10:15:30.120Z",
        "text, SECONDS, '\"1795428930.123456789\"', 2026-11-23T10:15:30.123456Z",
        "text, MICROS, '\"1795428930123456\"', 2026-11-23T10:15:30.123456Z",
        "text, NANOS, '\"1.795428930123456789e18\"', 2026-11-23T10:15:30.123456Z",
        "any, MILLIS, 1795428930123, 2026-11-23T10:15:30.123Z",
        "any, MILLIS, '\"1795428930123\"', 2026-11-23T10:15:30.123Z",
        "text, SECONDS, '\"1e-999999999\"', 1970-01-01T00:00:00Z",
    })
    void countsUnitsFromNumbersAndFromTextsWithOne(String name, EpochUnit unit, String json, String expected) {
        assertThat(timeOf("{\"" + name + "\":" + json + "}", new Property(name, unit)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'\"1e999999999\"', 294247", "'\"-1e30\"', -290308", "'\"-99999999999999999999\"', -290308"})
    void endsAtTheRangeOfALong(String json, String year) {
        assertThat(timeOf("{\"text\":" + json + "}", new Property("text", EpochUnit.SECONDS)))
                .contains(year);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"x\"", "\"0x10\"", "\"1 \"", "\"NaN\""})
    void refusesATextWithoutANumber(String json) {
        assertThat(timeOf("{\"text\":" + json + "}", new Property("text", EpochUnit.SECONDS)))
                .isEqualTo("text must be a number of seconds since 1970 but was " + json.replace("\"", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'at': '2026-11-23T10:15:30Z', 'payload': {'source': {'ts_ms': 5}}}|2026-11-23T10:15:30Z",
                "{'at': null, 'payload': {'source': {'ts_ms': 5}}, 'whole': 9}|1970-01-01T00:00:00.005Z",
                "{'payload': {'source': {}}, 'whole': 9}|1970-01-01T00:00:09Z",
                "{'whole': 9}|1970-01-01T00:00:09Z",
                "{'payload': {}}|2026-01-01T00:00:00Z",
                "{}|2026-01-01T00:00:00Z",
            })
    void takesTheFirstFieldThatIsThereAndKafkasTimestampLast(String json, String expected) {
        assertThat(timeOf(
                        json.replace('\'', '"'),
                        new Property("at", null),
                        new Property("payload.source.ts_ms", EpochUnit.MILLIS),
                        new Property("whole", EpochUnit.SECONDS)))
                .isEqualTo(expected);
    }

    @Test
    void refusesARecordWithNoneOfTheFieldsIfThatIsSet() {
        kafkaLast = false;

        assertThat(timeOf("{}", new Property("at", null), new Property("whole", EpochUnit.SECONDS)))
                .isEqualTo("event time must be in at or whole");
    }
}
