package smartcity.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
    private final EventReader reader = new EventReader();
    private final EventJson json = new EventJson();

    @Test
    void readsTheObservationThatWasWritten() {
        assertThat(reader.observation(json.encode(SampleEvents.observation()))).contains(SampleEvents.observation());
    }

    @Test
    void readsTheReportThatWasWritten() {
        assertThat(reader.report(json.encode(SampleEvents.emergency()))).contains(SampleEvents.emergency());
    }

    @Test
    void ignoresUnknownProperties() {
        byte[] value = text().replace("{\"id\"", "{\"more\":{\"a\":[1,{\"b\":2}],\"id\":7},\"id\"")
                .getBytes(UTF_8);

        assertThat(reader.report(value)).contains(SampleEvents.emergency());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "7", "{}", "\"text\"", "{\"id\":"})
    void readsNoEventFromOtherValues(String value) {
        assertThat(reader.observation(value.getBytes(UTF_8))).isEmpty();
        assertThat(reader.report(value.getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "\"lanesClosed\":2, \"lanesClosed\":9",
        "\"lanesClosed\":2, \"lanesClosed\":NaN",
        "\"lanesClosed\":2, \"lanesClosed\":null",
        "\"lanesClosed\":2, \"lanes\":2",
        "Accident, Mishap",
        "2026-11-23T, 2026-13-23T",
        "51.738, 151.738",
        "{\"latitude\":51.738, {\"height\":51.738"
    })
    void readsNoEventThatBreaksItsSchema(String whole, String broken) {
        assertThat(text()).contains(whole);

        assertThat(reader.report(text().replace(whole, broken).getBytes(UTF_8))).isEmpty();
    }

    private String text() {
        return new String(json.encode(SampleEvents.emergency()), UTF_8);
    }
}
