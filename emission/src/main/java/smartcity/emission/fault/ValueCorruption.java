package smartcity.emission.fault;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import smartcity.chance.Seed;
import smartcity.event.CityTopic;

/// Corrupts values so that they break their schema.
final class ValueCorruption {
    /// The ways a value is malformed, evenly likely; chosen.
    private enum Way {
        TRUNCATED,
        NO_JSON,
        BROKEN_UTF8,
        NUMBER_AS_TEXT,
        UNKNOWN_WORD,
        NAN
    }

    /// A corrupted value, and how and where it is corrupted.
    static final class Result {
        private final byte[] value;
        private final String detail;

        private Result(byte[] value, String detail) {
            this.value = value;
            this.detail = detail;
        }

        byte[] value() {
            return value;
        }

        String detail() {
            return detail;
        }
    }

    private static final byte[] NO_JSON = "ERROR 17: no reading".getBytes(StandardCharsets.US_ASCII);

    /// Never part of UTF-8, RFC 3629 section 3.
    private static final byte NEVER_UTF8 = (byte) 0xFF;

    private final JsonMapper json =
            JsonMapper.builder().disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build();
    private final Map<CityTopic, TopicShape> shapes = new EnumMap<>(CityTopic.class);

    ValueCorruption() {
        for (CityTopic topic : CityTopic.values()) {
            shapes.put(topic, TopicShape.of(topic));
        }
    }

    /// Makes a value that is no JSON, or has a field with a wrong type or word.
    Result malformed(CityTopic topic, byte[] value, Seed seed) {
        Way way = Way.values()[index(seed.of(1), Way.values().length)];
        Seed where = seed.of(2);
        return switch (way) {
            case TRUNCATED -> new Result(Arrays.copyOf(value, 1 + index(where, value.length - 1)), "truncated");
            case NO_JSON -> new Result(NO_JSON.clone(), "no-json");
            case BROKEN_UTF8 -> new Result(brokenUtf8(value), "broken-utf8");
            case NUMBER_AS_TEXT ->
                edited(
                        value,
                        "number-as-text",
                        pick(shape(topic).numbers(), where),
                        (record, field) -> record.put(field, record.path(field).asText()));
            case UNKNOWN_WORD ->
                edited(
                        value,
                        "unknown-word",
                        pick(shape(topic).words(), where),
                        (record, field) -> record.put(field, "Unknown"));
            case NAN ->
                edited(
                        value,
                        "nan",
                        pick(shape(topic).numbers(), where),
                        (record, field) -> record.put(field, Double.NaN));
        };
    }

    /// Removes a field that the schema requires.
    Result withoutField(CityTopic topic, byte[] value, Seed seed) {
        String field = pick(shape(topic).required(), seed.of(1));
        return new Result(edited(value, field, ObjectNode::remove), field);
    }

    /// Puts null into a field that the schema requires.
    Result withNull(CityTopic topic, byte[] value, Seed seed) {
        String field = pick(shape(topic).required(), seed.of(1));
        return new Result(edited(value, field, ObjectNode::putNull), field);
    }

    private Result edited(byte[] value, String way, String field, BiConsumer<ObjectNode, String> edit) {
        return new Result(edited(value, field, edit), way + ";" + field);
    }

    private byte[] edited(byte[] value, String field, BiConsumer<ObjectNode, String> edit) {
        try {
            ObjectNode record = (ObjectNode) json.readTree(value);
            edit.accept(record, field);
            return json.writeValueAsBytes(record);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to corrupt field " + field, e);
        }
    }

    /// Breaks the first character of the first field's value, which is a text in every topic.
    private static byte[] brokenUtf8(byte[] value) {
        byte[] broken = value.clone();
        broken["{\"id\":\"".length()] = NEVER_UTF8;
        return broken;
    }

    private TopicShape shape(CityTopic topic) {
        return Objects.requireNonNull(shapes.get(topic)); // the constructor put all topics
    }

    private static String pick(List<String> names, Seed seed) {
        return names.get(index(seed, names.size()));
    }

    private static int index(Seed seed, int size) {
        return (int) (seed.uniform() * size);
    }
}
