package smartcity.sink.cut;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/// The folders of a topic's objects, as a path with placeholders.
///
/// `{date}` (`YYYY-MM-DD`), `{year}`, `{month}`, `{day}`, `{hour}` and `{minute}` are those of the start of a row's
/// window in UTC; `{topic}` and `{partition}` say where the row comes from; a whole segment `{field:name}` becomes
/// `name=value` by the row's column `name`.
///
/// @param text the template as it was written
/// @param keys what its segments of the form `key=...` are named
public record FolderTemplate(String text, List<FolderTemplatePart> parts, Set<String> keys) {
    /// A folder for each hour.
    public static final FolderTemplate BY_HOUR = of("data/{topic}/date={date}/hour={hour}");

    /// Reads a template.
    ///
    /// @throws IllegalArgumentException when it makes no path; the message names rule and template
    public static FolderTemplate of(String text) {
        return new FolderTemplateReader(text).template();
    }

    /// The columns it takes values of, in its order.
    public List<String> fields() {
        return parts.stream()
                .filter(FolderTemplatePart.Field.class::isInstance)
                .map(part -> ((FolderTemplatePart.Field) part).name())
                .toList();
    }

    /// The folder of rows, with a slash at its end.
    ///
    /// @param window the start of their window, in UTC
    /// @param values of [#fields], escaped
    String folder(TopicPartition partition, LocalDateTime window, List<String> values) {
        Iterator<String> next = values.iterator();
        return joined(parts, part -> part.rendered(partition, window, next)) + "/";
    }

    /// The folder that all the partition's rows are below: empty, or with a slash at its end.
    String root(TopicPartition partition) {
        List<FolderTemplatePart> constant =
                parts.stream().takeWhile(FolderTemplatePart::constant).toList();
        String start =
                joined(constant, part -> part.rendered(partition, LocalDateTime.MIN, Collections.emptyIterator()));
        return constant.size() == parts.size() ? start + "/" : start.substring(0, start.lastIndexOf('/') + 1);
    }

    /// Whether rows of the partition may have this folder.
    boolean makes(String folder, TopicPartition partition) {
        return Pattern.matches(joined(parts, part -> part.expression(partition)) + "/", folder);
    }

    private static String joined(List<FolderTemplatePart> parts, Function<FolderTemplatePart, String> form) {
        return parts.stream().map(form).collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return text;
    }
}
