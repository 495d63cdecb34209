package smartcity.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {
    private enum Side {
        LEFT,
        RIGHT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Test
    void readsWhatKeepsTheRules() {
        JsonBody form = JsonBody.read("""
                {"km": 12.5, "lanes": 2, "open": true, "side": "left", "duration": "PT30M", "road": "M40"}
                """);

        assertThat(form.number("km", 0, 196)).isEqualTo(12.5);
        assertThat(form.integer("lanes", 0, 4)).isEqualTo(2);
        assertThat(form.flag("open")).isTrue();
        assertThat(form.word("side", Side.values(), Side::word)).isEqualTo(Side.LEFT);
        assertThat(form.duration("duration", Duration.ZERO, Duration.ofHours(1)))
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(form.optionalText("road")).contains("M40");
        assertThat(form.optionalNumber("wind", 0, 10)).isEmpty();
        form.end();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "[]", "1", "{", "{\"a\":1} x", "{\"a\":1,\"a\":2}", "nonsense"})
    void refusesABodyThatIsNoObject(String body) {
        assertThatThrownBy(() -> JsonBody.read(body)).isInstanceOfSatisfying(RequestRefusedException.class, refused -> {
            assertThat(refused.refusal().field()).isEqualTo("body");
            assertThat(refused.refusal().rule()).isEqualTo("must be a JSON object");
        });
    }

    @Test
    void saysWhereTheBodyIsNoJson() {
        assertThatThrownBy(() -> JsonBody.read("{\"n\":1,\n \"m\" 2}"))
                .hasMessage("body must be a JSON object but was malformed JSON at line 2, column 6");
        assertThatThrownBy(() -> JsonBody.read("{\"n\":1,\n \"n\":2}"))
                .hasMessage("body must be a JSON object but was malformed JSON at line 2, column 5");
    }

    @Test
    void makesARecordByItsCreator() {
        assertThat(JsonBody.read("{\"n\":3}").as(Numbered.class)).isEqualTo(new Numbered(3));
        assertThatThrownBy(() -> JsonBody.read("{\"n\":5}").as(Numbered.class))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage("n must be a whole number within [0, 4] but was 5");
    }

    private record Numbered(int n) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Numbered of(ObjectNode fields) {
            return new Numbered(new JsonBody(fields).integer("n", 0, 4));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}             | nothing",
                "{\"n\":null}   | nothing",
                "{\"n\":-0.1}   | -0.1",
                "{\"n\":1.1}    | 1.1",
                "{\"n\":\"1\"}  | 1",
                "{\"n\":[1]}    | [1]",
                "{\"n\":1e999}  | Infinity"
            })
    void refusesANumberThatIsNoneOrOutOfRange(String body, String value) {
        assertThatThrownBy(() -> JsonBody.read(body).number("n", 0, 1))
                .hasMessage("n must be a number within [0.0, 1.0] but was " + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"n\":1.0}", "{\"n\":5}", "{\"n\":-1}", "{\"n\":99999999999}", "{\"n\":\"2\"}"})
    void refusesAWholeNumberThatIsNoneOrOutOfRange(String body) {
        assertThatThrownBy(() -> JsonBody.read(body).integer("n", 0, 4))
                .hasMessageStartingWith("n must be a whole number within [0, 4] but was ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"w\":\"Left\"}", "{\"w\":1}", "{\"w\":\"\"}"})
    void refusesAnUnknownWord(String body) {
        assertThatThrownBy(() -> JsonBody.read(body).word("w", Side.values(), Side::word))
                .hasMessageStartingWith("w must be one of [left, right] but was ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"d\":\"1h\"}", "{\"d\":60}", "{\"d\":\"PT2H\"}", "{\"d\":\"-PT1M\"}"})
    void refusesADurationThatIsNoneOrOutOfRange(String body) {
        assertThatThrownBy(() -> JsonBody.read(body).optionalDuration("d", Duration.ZERO, Duration.ofHours(1)))
                .hasMessageStartingWith("d must be a duration within [PT0S, PT1H] but was ");
    }

    @Test
    void refusesWhatIsNoTruthOrText() {
        assertThatThrownBy(() -> JsonBody.read("{\"t\":1}").flag("t")).hasMessage("t must be true or false but was 1");
        assertThatThrownBy(() -> JsonBody.read("{\"t\":\" \"}").optionalText("t"))
                .hasMessage("t must be a text that is not blank but was  ");
    }

    @Test
    void refusesAFieldNobodyAskedFor() {
        JsonBody form = JsonBody.read("{\"n\":1,\"m\":2}");
        form.number("n", 0, 1);

        assertThatThrownBy(form::end).hasMessage("m must be one of [n] but was 2");
    }
}
