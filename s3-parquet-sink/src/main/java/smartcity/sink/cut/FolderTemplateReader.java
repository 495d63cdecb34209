package smartcity.sink.cut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one [FolderTemplate].
final class FolderTemplateReader {
    private static final Pattern PART = Pattern.compile("\\{([^{}]*)}|([A-Za-z0-9!_.*'()=,@+&$-]+)");
    private static final Set<String> NO_NAMES = Set.of("", ".", "..");
    private static final String FIELD = "field:";

    private final String text;
    private final List<FolderTemplatePart> parts = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    FolderTemplateReader(String text) {
        this.text = text;
    }

    FolderTemplate template() {
        for (String segment : text.split("/", -1)) {
            if (NO_NAMES.contains(segment)) {
                throw refused("must be a path like data/{topic}/date={date}");
            }
            if (!parts.isEmpty()) {
                parts.add(new FolderTemplatePart.Text("/"));
            }
            read(segment);
        }
        return new FolderTemplate(text, List.copyOf(parts), Set.copyOf(keys));
    }

    private void read(String segment) {
        int before = parts.size();
        Matcher part = PART.matcher(segment);
        int at = 0;
        while (at < segment.length()) {
            if (!part.find(at) || part.start() != at) {
                throw refused("must have nothing but {placeholders}, letters, digits and !_.*'()=,@+&$-");
            }
            parts.add(part.group(1) == null ? new FolderTemplatePart.Text(part.group(2)) : placeholder(part.group(1)));
            at = part.end();
        }
        List<FolderTemplatePart> read = parts.subList(before, parts.size());
        if (read.size() > 1 && read.stream().anyMatch(FolderTemplatePart.Field.class::isInstance)) {
            throw refused("must have {field:...} as a whole segment");
        }
        String key = read.getFirst() instanceof FolderTemplatePart.Field(String name)
                ? name
                : segment.substring(0, Math.max(0, segment.indexOf('=')));
        if (!key.isEmpty() && !keys.add(key)) {
            throw refused("must have each key once, unlike " + key + ",");
        }
    }

    private FolderTemplatePart placeholder(String name) {
        if (name.startsWith(FIELD) && name.length() > FIELD.length() && !name.contains("/")) {
            return new FolderTemplatePart.Field(name.substring(FIELD.length()));
        }
        return switch (name) {
            case "topic" -> new FolderTemplatePart.Topic();
            case "partition" -> new FolderTemplatePart.Partition();
            default ->
                Arrays.stream(FolderTemplatePart.Time.values())
                        .filter(time -> time.name().toLowerCase(Locale.ROOT).equals(name))
                        .findFirst()
                        .orElseThrow(
                                () -> refused("must have no placeholder but {date}, {year}, {month}, {day}, {hour},"
                                        + " {minute}, {topic}, {partition} and {field:<name>}"));
        };
    }

    private IllegalArgumentException refused(String rule) {
        return new IllegalArgumentException("layout " + rule + " but was " + text);
    }
}
