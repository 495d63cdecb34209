package smartcity.sink.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/// One line of the log: a constant text and fields. As text, the fields follow as `name=value`; as JSON, each field is
/// a member of `mdc`.
final class LogLine {
    private static final Logger LOG = Logger.getLogger("smartcity.sink");

    /// Characters that control a terminal, or that hide, reorder or break text.
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final boolean json;
    private final String text;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    LogLine(boolean json, String text) {
        this.json = json;
        this.text = text;
    }

    LogLine with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    void write(Logger.Level level) {
        if (!LOG.isEnabled(level)) {
            return;
        }
        if (!json) {
            LOG.log(level, asText());
            return;
        }
        fields.forEach(MDC::put);
        try {
            LOG.log(level, text);
        } finally {
            fields.keySet().forEach(MDC::remove);
        }
    }

    String asText() {
        return fields.entrySet().stream()
                .map(field -> " " + field.getKey() + "=" + escaped(field.getValue()))
                .collect(Collectors.joining("", text, ""));
    }

    /// On one line, and without what controls a terminal: some values have text of others, such as an endpoint's.
    private static String escaped(Object value) {
        return UNSAFE.matcher(String.valueOf(value))
                .replaceAll(
                        found -> "\\\\u{" + Integer.toHexString(found.group().codePointAt(0)) + "}");
    }
}
