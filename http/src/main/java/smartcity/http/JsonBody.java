package smartcity.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A JSON object that is read field by field; [#end()] refuses the fields that were not read.
///
/// Each refusal names field, rule and value. Not safe for use by several threads.
public final class JsonBody {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final ObjectNode fields;
    private final Set<String> asked = new HashSet<>();

    public JsonBody(ObjectNode fields) {
        this.fields = fields;
    }

    /// Reads the body of a request.
    public static JsonBody read(@Nullable String body) {
        if (body == null || body.isBlank()) {
            throw new RequestRefusedException("body", "must be a JSON object", "nothing");
        }
        try {
            if (JSON.reader()
                            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                            .readTree(body)
                    instanceof ObjectNode object) {
                return new JsonBody(object);
            }
        } catch (JsonProcessingException e) {
            throw new RequestRefusedException("body", "must be a JSON object", faultOf(e));
        }
        throw new RequestRefusedException("body", "must be a JSON object", body);
    }

    /// Where the text stops being JSON; the parser's own words would name its internals.
    private static String faultOf(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null
                ? "malformed JSON"
                : "malformed JSON at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    /// This object as a record that has a delegating creator from an object node.
    ///
    /// @throws RequestRefusedException by the record's creator
    <R> R as(Class<R> type) {
        try {
            return JSON.treeToValue(fields, type);
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof RequestRefusedException refused) {
                throw refused;
            }
            throw new IllegalStateException("Failed to read a " + type.getSimpleName(), e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Failed to read a " + type.getSimpleName(), e);
        }
    }

    /// The object itself.
    public ObjectNode fields() {
        return fields;
    }

    /// A number that must be there.
    public double number(String name, double least, double most) {
        return optionalNumber(name, least, most).orElseThrow(() -> missing(name, numberRule(least, most)));
    }

    /// A number, if it is there.
    public OptionalDouble optionalNumber(String name, double least, double most) {
        JsonNode value = value(name);
        if (value == null) {
            return OptionalDouble.empty();
        }
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(number >= least && number <= most)) {
            throw new RequestRefusedException(name, numberRule(least, most), shown(value));
        }
        return OptionalDouble.of(number);
    }

    /// A whole number that must be there.
    public int integer(String name, int least, int most) {
        JsonNode value = value(name);
        String rule = "must be a whole number within [%d, %d]".formatted(least, most);
        if (value == null) {
            throw missing(name, rule);
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw new RequestRefusedException(name, rule, shown(value));
        }
        return value.intValue();
    }

    /// True or false, which must be there.
    public boolean truth(String name) {
        JsonNode value = value(name);
        if (value == null) {
            throw missing(name, "must be true or false");
        }
        if (!value.isBoolean()) {
            throw new RequestRefusedException(name, "must be true or false", shown(value));
        }
        return value.booleanValue();
    }

    /// One of some words, which must be there.
    public <W> W word(String name, W[] words, Function<W, String> wordOf) {
        List<String> known = Arrays.stream(words).map(wordOf).toList();
        JsonNode value = value(name);
        if (value == null) {
            throw missing(name, "must be one of " + known);
        }
        int index = value.isTextual() ? known.indexOf(value.textValue()) : -1;
        if (index < 0) {
            throw new RequestRefusedException(name, "must be one of " + known, shown(value));
        }
        return words[index];
    }

    /// A duration in ISO 8601, such as `PT30M`, if it is there.
    public Optional<Duration> optionalDuration(String name, Duration least, Duration most) {
        JsonNode value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            Duration duration = Duration.parse(value.isTextual() ? value.textValue() : "");
            if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                return Optional.of(duration);
            }
        } catch (DateTimeParseException e) {
            // refused below, as a duration out of range is
        }
        throw new RequestRefusedException(name, durationRule(least, most), shown(value));
    }

    /// A duration that must be there.
    public Duration duration(String name, Duration least, Duration most) {
        return optionalDuration(name, least, most).orElseThrow(() -> missing(name, durationRule(least, most)));
    }

    /// A text, if it is there.
    public Optional<String> optionalText(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new RequestRefusedException(name, "must be a text that is not blank", shown(value));
        }
        return Optional.of(value.textValue());
    }

    /// Refuses fields that were not read; to be called last.
    public void end() {
        fields.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                throw new RequestRefusedException(
                        name, "must be one of " + asked.stream().sorted().toList(), shown(fields.path(name)));
            }
        });
    }

    private @Nullable JsonNode value(String name) {
        asked.add(name);
        JsonNode value = fields.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private static String shown(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static RequestRefusedException missing(String name, String rule) {
        return new RequestRefusedException(name, rule, "nothing");
    }

    private static String numberRule(double least, double most) {
        return "must be a number within [%s, %s]".formatted(least, most);
    }

    private static String durationRule(Duration least, Duration most) {
        return "must be a duration within [%s, %s]".formatted(least, most);
    }
}
