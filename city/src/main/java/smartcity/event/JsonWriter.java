package smartcity.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/// Writes one JSON object, property by property. Not safe for use by several threads.
final class JsonWriter {
    private static final DateTimeFormatter RFC3339_MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final int FRACTION_DIGITS = 6;

    private static final JsonFactory JACKSON = new JsonFactory();
    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    /// From 1e7 and below 1e-3 the text of a double has an exponent. Source: Double.toString.
    private static final long EXPONENT_FROM = 10_000_000;

    private static final long EXPONENT_BELOW_ONE_IN = 1_000;

    private final Utf8Text out = new Utf8Text();
    private long second = Long.MIN_VALUE;
    private byte[] textOfSecond = {};

    /// An instant in RFC 3339, UTC, with microseconds.
    static String format(Instant instant) {
        return RFC3339_MICROS.format(instant);
    }

    /// Begins an object and discards the one before.
    void begin() {
        out.clear();
        out.put('{');
    }

    /// Begins a nested object as the value of a property.
    void begin(EventField field) {
        name(field);
        out.put('{');
    }

    void end() {
        out.put('}');
    }

    /// The text since the beginning of the object, in UTF-8.
    byte[] take() {
        return out.copy();
    }

    void text(EventField field, String value) {
        name(field);
        out.put('"');
        if (!out.putIfPlain(value)) {
            out.put(escaped(value));
        }
        out.put('"');
    }

    void base64(EventField field, byte[] value) {
        name(field);
        out.put('"');
        out.put(Base64.getEncoder().encode(value));
        out.put('"');
    }

    void uuid(EventField field, UUID value) {
        name(field);
        long high = value.getMostSignificantBits();
        long low = value.getLeastSignificantBits();
        out.put('"');
        out.hex(high >>> 32, 8);
        out.put('-');
        out.hex(high >>> 16, 4);
        out.put('-');
        out.hex(high, 4);
        out.put('-');
        out.hex(low >>> 48, 4);
        out.put('-');
        out.hex(low, 12);
        out.put('"');
    }

    /// An instant in the form of [#format(Instant)].
    void instant(EventField field, Instant value) {
        name(field);
        if (value.getEpochSecond() != second) {
            String text = format(value);
            textOfSecond = text.substring(0, text.lastIndexOf('.') + 1).getBytes(StandardCharsets.US_ASCII);
            second = value.getEpochSecond();
        }
        out.put('"');
        out.put(textOfSecond);
        out.digits(value.getNano() / 1_000, FRACTION_DIGITS);
        out.put('Z');
        out.put('"');
    }

    void bool(EventField field, boolean value) {
        name(field);
        out.put(String.valueOf(value));
    }

    void nothing(EventField field) {
        name(field);
        out.put("null");
    }

    void whole(EventField field, int value) {
        name(field);
        out.put(Integer.toString(value));
    }

    /// A number, rounded to some decimals and written as [Double#toString(double)] does.
    ///
    /// @param decimals 0 to 6
    void decimal(EventField field, double value, int decimals) {
        name(field);
        long power = POWERS_OF_TEN[decimals];
        long scaled = Math.round(value * power);
        long size = Math.abs(scaled);
        if (size >= EXPONENT_FROM * power || (scaled != 0 && size * EXPONENT_BELOW_ONE_IN < power)) {
            out.put(Double.toString(scaled / (double) power));
            return;
        }
        if (scaled < 0) {
            out.put('-');
        }
        long whole = size / power;
        out.digits(whole, digitsOf(whole));
        out.put('.');
        long fraction = size % power;
        int printed = Math.max(1, decimals);
        while (printed > 1 && fraction % 10 == 0) {
            fraction /= 10;
            printed--;
        }
        out.digits(fraction, printed);
    }

    private void name(EventField field) {
        if (out.last() != '{') {
            out.put(',');
        }
        out.put(field.inJson());
    }

    private static int digitsOf(long value) {
        int digits = 1;
        for (long left = value; left >= 10; left /= 10) {
            digits++;
        }
        return digits;
    }

    /// The JSON form of text with escapes, without the quotes around it.
    private static byte[] escaped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = JACKSON.createGenerator(bytes)) {
            generator.writeString(text);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to encode the text " + text, e);
        }
        byte[] quoted = bytes.toByteArray();
        return Arrays.copyOfRange(quoted, 1, quoted.length - 1);
    }
}
