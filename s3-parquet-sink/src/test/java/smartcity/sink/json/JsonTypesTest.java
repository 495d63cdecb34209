package smartcity.sink.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTypesTest {
    private final TypedRecords records = new TypedRecords("""
            "day": {"type": "string", "format": "date"},
            "clock": {"type": "string", "format": "time"},
            "cents": {"type": "string", "format": "decimal", "x-precision": 5, "x-scale": 2},
            "money": {"type": "number", "format": "decimal", "x-precision": 18, "x-scale": 4},
            "exact": {"type": "number", "format": "decimal", "x-precision": 38, "x-scale": 10},
            "count": {"type": "integer", "minimum": 0, "maximum": 18446744073709551615},
            "free": {"type": "object"},
            "limits": {"type": "object", "additionalProperties": {"type": ["number", "null"]}},
            "grids": {"type": "object", "additionalProperties":
              {"type": "array", "items": {"type": "array", "items": {"type": "object",
                "properties": {"n": {"type": "integer"}}, "required": ["n"]}}}}""", UnknownFields.IGNORE);

    @ParameterizedTest
    @ValueSource(strings = {"1", "-2.50e3", "\"a\\u0041\"", "true", "[1, {\"b\":null}]", "{ }", "\"\""})
    void keepsAnyValueAsTheTextOfItsJson(String json) {
        TypedRecords any =
                new TypedRecords("\"p\": true, \"q\": {\"type\": [\"string\", \"object\"]}", UnknownFields.REFUSE);

        any.accepted("{\"p\" : " + json + " ,\"q\":" + json + "}");

        assertThat(any.text("p")).isEqualTo(json);
        assertThat(any.text("q")).isEqualTo(json);
    }

    @Test
    void refusesBrokenJsonAndNullWhereItsSchemaDoesNotAllowIt() {
        TypedRecords any =
                new TypedRecords("\"p\": true, \"q\": {\"type\": [\"string\", \"object\"]}", UnknownFields.IGNORE);

        assertThat(any.accepted("{\"p\": null}")).containsEntry("p", Optional.empty());
        assertThat(any.refused("{\"q\": null}")).isEqualTo("q must not be null");
        assertThat(any.refused("{\"p\": }")).isEqualTo("value must be JSON but had } at byte 6 instead of a digit");
        assertThat(any.refused("{\"p\": [1,]}")).isEqualTo("value must be JSON but had ] at byte 9 instead of a digit");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 20780",
        "1970-01-01, 0",
        "1969-12-31, -1",
        "2000-02-29, 11016",
        "0000-01-01, -719528",
        "9999-12-31, 2932896"
    })
    void readsDaysSince1970(String day, long expected) {
        assertThat(records.accepted("{\"day\":\"" + day + "\"}")).containsEntry("day", expected);
    }

    @ParameterizedTest
    @CsvSource({
        "00:00:00Z, 0",
        "10:15:30.123456Z, 36930123456",
        "23:59:59.9999999z, 86399999999",
        "10:15:30+02:00, 29730000000",
        "01:00:00+02:00, 82800000000",
        "23:30:00-01:00, 1800000000"
    })
    void readsMicrosecondsSinceMidnightUtc(String clock, long expected) {
        assertThat(records.accepted("{\"clock\":\"" + clock + "\"}")).containsEntry("clock", expected);
    }

    @ParameterizedTest
    @CsvSource({
        "cents, 1.25, 1.25",
        "cents, 999.99, 999.99",
        "cents, -999.99, -999.99",
        "cents, 1.5, 1.50",
        "cents, 1.250000000000000000000000, 1.25",
        "cents, 12e1, 120.00",
        "cents, 12345e-2, 123.45",
        "cents, -0, 0.00",
        "cents, 0.000000000000000000000000, 0.00",
        "cents, 0e99999999999, 0.00",
        "money, 99999999999999.9999, 99999999999999.9999",
        "money, 1e13, 10000000000000.0000",
        "money, 0.1, 0.1000",
        "exact, 1234567890123456789012345678.0123456789, 1234567890123456789012345678.0123456789",
        "exact, -9999999999999999999999999999.9999999999, -9999999999999999999999999999.9999999999",
        "exact, -1, -1.0000000000",
        "exact, 1e-10, 0.0000000001",
        "count, 18446744073709551615, 18446744073709551615",
        "count, 9007199254740993, 9007199254740993",
        "count, 1.8446744073709551615e19, 18446744073709551615",
        "count, -1, -1"
    })
    void keepsDecimalsDigitByDigit(String column, String json, BigDecimal expected) {
        Map<String, Object> number = records.accepted("{\"" + column + "\":" + json + "}");
        Map<String, Object> string = records.accepted("{\"" + column + "\":\"" + json + "\"}");

        assertThat(number).containsEntry(column, expected);
        assertThat(string).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "cents, 1.255, '5, 2'",
        "cents, 1000, '5, 2'",
        "cents, 999.995, '5, 2'",
        "cents, 1e999999999, '5, 2'",
        "cents, 1e-999999999, '5, 2'",
        "cents, 1e99999999999, '5, 2'",
        "money, 100000000000000, '18, 4'",
        "money, 1e-5, '18, 4'",
        "exact, 10000000000000000000000000000, '38, 10'",
        "exact, 0.00000000001, '38, 10'",
        "count, 100000000000000000000, '20, 0'",
        "count, 0.5, '20, 0'"
    })
    void neverRoundsADecimal(String column, String json, String type) {
        assertThat(records.refused("{\"" + column + "\":" + json + "}"))
                .isEqualTo(column + " must fit DECIMAL(" + type + ") without rounding but was " + json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"", "\" 1\"", "\"1 \"", "\"+1\"", "\"1,5\"", "\"NaN\"", "\"1.\"", "\"0x1\"", "\"--1\"", "true"
            })
    void refusesADecimalThatIsNotANumber(String json) {
        assertThat(records.refused("{\"cents\":" + json + "}"))
                .isEqualTo("cents must be a decimal number but was " + json);
    }

    @Test
    void readsADecimalWithEscapedDigits() {
        assertThat(records.accepted("{\"cents\":\"\\u0031.5\"}")).containsEntry("cents", new BigDecimal("1.50"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"day\":\"2026-02-29\"`|day must be a date of RFC 3339 but was \"2026-02-29\"",
                "`\"day\":\"2026-11-23T00:00:00Z\"`|day must be a date of RFC 3339 but was \"2026-11-23T00:00:00Z\"",
                "`\"clock\":\"10:15\"`|clock must be a time of RFC 3339 but was \"10:15\"",
                "`\"clock\":\"10:15:30\"`|clock must be a time of RFC 3339 but was \"10:15:30\"",
                "`\"clock\":\"24:00:00Z\"`|clock must be a time of RFC 3339 but was \"24:00:00Z\"",
                "`\"free\":[]`|free must be an object but was [",
                "`\"limits\":[]`|limits must be an object but was [",
                "`\"limits\":{\"a\":\"b\"}`|limits.value must be a number but was \"b\"",
                "`\"limits\":{\"a\":1,\"b\":2,\"\\u0061\":3}`|limits must have each key once but had \"a\" twice",
                "`\"grids\":{\"a\":[[{\"n\":1},{}]]}`|grids.value.element.element.n must be present",
                "`\"limits\":{1:2}`|value must be JSON but had 1:2 at byte 11 instead of '\"'",
            })
    void namesFieldRuleAndValueOfABrokenRecord(String field, String reason) {
        assertThat(records.refused("{" + field + "}")).isEqualTo(reason);
    }

    @Test
    void readsMapsOfAnything() {
        Map<String, Object> found = records.accepted("""
                {"limits":{"b":1.5,"a":null,"":-0.5,"\\u00fc\\n":2},
                 "grids":{"x":[[{"n":1},{"n":2}],[]],"y":[]}}""");

        assertThat(found.get("limits")).isEqualTo(Map.of("b", 1.5, "a", Optional.empty(), "", -0.5, "ü\n", 2.0));
        assertThat(found.get("grids"))
                .isEqualTo(Map.of("x", List.of(List.of(Map.of("n", 1L), Map.of("n", 2L)), List.of()), "y", List.of()));
    }

    @Test
    void refusesAKeyThatOccursTwiceAmongManyKeys() {
        String many = IntStream.range(0, 100_000)
                .mapToObj(i -> "\"k" + i * 7919 % 100_000 + "\":1")
                .collect(Collectors.joining(","));

        assertThat(records.accepted("{\"limits\":{" + many + "}}").get("limits"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .hasSize(100_000);
        assertThat(records.refused("{\"limits\":{" + many + ",\"k4711\":2}}"))
                .isEqualTo("limits must have each key once but had \"k4711\" twice");
    }

    @Test
    void keepsTheTextOfAnObjectWithoutProperties() {
        records.accepted("{\"free\":{ \"b\": [1e400, \"\\u0041\"],\"a\":{},\"a\":1.10 } }");

        assertThat(records.text("free")).isEqualTo("{ \"b\": [1e400, \"\\u0041\"],\"a\":{},\"a\":1.10 }");
    }
}
