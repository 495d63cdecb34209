package smartcity.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The writer's output equals that of Jackson and the JDK.
class JsonWriterTest {
    private final JsonWriter out = new JsonWriter();
    private final SplittableRandom random = new SplittableRandom(5);

    /// A value written by a generator of Jackson.
    private interface Reference {
        void write(JsonGenerator generator) throws IOException;
    }

    private String written(Consumer<JsonWriter> value) {
        out.begin();
        value.accept(out);
        out.end();
        return new String(out.take(), StandardCharsets.UTF_8);
    }

    private static String byJackson(Reference value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = new JsonFactory().createGenerator(bytes)) {
            generator.writeStartObject();
            value.write(generator);
            generator.writeEndObject();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void assertDecimal(double value, int decimals) throws IOException {
        double scale = Math.pow(10, decimals);
        double rounded = Math.round(value * scale) / scale;
        assertThat(written(text -> text.decimal(EventField.SPEED, value, decimals)))
                .as("%s with %s decimals", value, decimals)
                .isEqualTo(byJackson(json -> json.writeNumberField("speed", rounded)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 6})
    void writesNumbersOfEverySize(int decimals) throws IOException {
        for (int i = 0; i < 20_000; i++) {
            double size = Math.pow(10, random.nextDouble(-8, 14));
            assertDecimal(random.nextDouble(-size, size), decimals);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 6})
    void writesNumbersAtWhichTheFormChanges(int decimals) throws IOException {
        for (double edge : new double[] {0, 1e-6, 1e-4, 1e-3, 1, 10, 9_999_999, 1e7, 1e9, 1e15, 1e17, 1e20}) {
            for (double value :
                    new double[] {edge, Math.nextUp(edge), Math.nextDown(edge), 0.9995 * edge, 1.5 * edge}) {
                assertDecimal(value, decimals);
                assertDecimal(-value, decimals);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "M40",
                "A38(M)",
                "a/b ~",
                "say \"no\"",
                "back\\slash",
                "tab\tnew\nline\u0001\u007F",
                "Škoda",
                "車 🚗",
                "half of a \uD83D pair"
            })
    void writesText(String text) throws IOException {
        assertThat(written(json -> json.text(EventField.MAKE, text)))
                .isEqualTo(byJackson(json -> json.writeStringField("make", text)));
    }

    @Test
    void writesTextLongerThanItsBuffer() throws IOException {
        String text = "0123456789é".repeat(1_000);

        assertThat(written(json -> json.text(EventField.DESCRIPTION, text)))
                .isEqualTo(byJackson(json -> json.writeStringField("description", text)));
    }

    @Test
    void writesWholeNumbers() {
        assertThat(written(json -> json.whole(EventField.YEAR, -2026))).isEqualTo("{\"year\":-2026}");
        assertThat(written(json -> json.whole(EventField.YEAR, Integer.MIN_VALUE)))
                .isEqualTo("{\"year\":-2147483648}");
    }

    @Test
    void writesBinaryAsJacksonDoes() throws IOException {
        for (int length = 0; length < 200; length++) {
            byte[] value = new byte[length];
            random.nextBytes(value);
            assertThat(written(json -> json.base64(EventField.SNAPSHOT, value)))
                    .as("%s bytes", length)
                    .isEqualTo(byJackson(json -> json.writeBinaryField("snapshot", value)));
        }
    }

    @Test
    void writesUuids() {
        for (int i = 0; i < 10_000; i++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());

            assertThat(written(json -> json.uuid(EventField.ID, id))).isEqualTo("{\"id\":\"" + id + "\"}");
        }
    }

    @Test
    void writesInstantsOfAnyOrder() {
        DateTimeFormatter micros =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
        Instant from = Instant.parse("2026-12-31T23:59:58Z");
        for (int i = 0; i < 10_000; i++) {
            Instant instant = from.plusNanos(random.nextLong(4_000_000) * 1_000);

            assertThat(written(json -> json.instant(EventField.TIMESTAMP, instant)))
                    .isEqualTo("{\"timestamp\":\"" + micros.format(instant) + "\"}");
        }
        assertThat(written(json -> json.instant(EventField.TIMESTAMP, Instant.parse("1969-12-31T23:59:59.000001Z"))))
                .isEqualTo("{\"timestamp\":\"1969-12-31T23:59:59.000001Z\"}");
    }

    @Test
    void separatesPropertiesByCommas() {
        String object = written(json -> {
            json.bool(EventField.CONGESTED, true);
            json.nothing(EventField.VEHICLE_ID);
            json.begin(EventField.LOCATION);
            json.whole(EventField.LATITUDE, 1);
            json.whole(EventField.LONGITUDE, 2);
            json.end();
            json.bool(EventField.CONGESTED, false);
        });

        assertThat(object)
                .isEqualTo("{\"congested\":true,\"vehicleId\":null,\"location\":{\"latitude\":1,\"longitude\":2},"
                        + "\"congested\":false}");
    }
}
