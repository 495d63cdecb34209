package smartcity.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// Parses the body of a request.
final class JsonText {
    private static final String RULE = "must be a JSON object";

    private static final ObjectReader STRICT = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build()
            .reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonText() {}

    /// The object that the body is.
    ///
    /// @throws RequestRefusedException unless it is one JSON object, without a field twice
    static ObjectNode object(@Nullable String body) {
        if (body == null || body.isBlank()) {
            throw new RequestRefusedException("body", RULE, "nothing");
        }
        try {
            if (STRICT.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new RequestRefusedException("body", RULE, faultOf(e));
        }
        throw new RequestRefusedException("body", RULE, body);
    }

    /// Where the text stops being JSON; the parser's own words would name its internals.
    private static String faultOf(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null
                ? "malformed JSON"
                : "malformed JSON at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }
}
