package smartcity.sink.cut;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/// One piece of a [FolderTemplate].
sealed interface FolderTemplatePart {
    /// What it becomes.
    ///
    /// @param window the start of the row's window, in UTC
    /// @param values those of the fields not rendered yet
    String rendered(TopicPartition partition, LocalDateTime window, Iterator<String> values);

    /// Whether it is the same for all rows of a partition.
    default boolean constant() {
        return true;
    }

    /// A regular expression for all it may become.
    default String expression(TopicPartition partition) {
        return Pattern.quote(rendered(partition, LocalDateTime.MIN, Collections.emptyIterator()));
    }

    /// Itself.
    record Text(String text) implements FolderTemplatePart {
        @Override
        public String rendered(TopicPartition partition, LocalDateTime window, Iterator<String> values) {
            return text;
        }
    }

    /// `{topic}`
    record Topic() implements FolderTemplatePart {
        @Override
        public String rendered(TopicPartition partition, LocalDateTime window, Iterator<String> values) {
            return partition.topic();
        }
    }

    /// `{partition}`
    record Partition() implements FolderTemplatePart {
        @Override
        public String rendered(TopicPartition partition, LocalDateTime window, Iterator<String> values) {
            return Integer.toString(partition.partition());
        }
    }

    /// `{field:name}`
    record Field(String name) implements FolderTemplatePart {
        @Override
        public String rendered(TopicPartition partition, LocalDateTime window, Iterator<String> values) {
            return name + "=" + values.next();
        }

        @Override
        public boolean constant() {
            return false;
        }

        @Override
        public String expression(TopicPartition partition) {
            return Pattern.quote(name + "=") + "[^/]+";
        }
    }

    /// A part of the window's start.
    enum Time implements FolderTemplatePart {
        DATE("%1$tY-%1$tm-%1$td", "\\d{4}-\\d\\d-\\d\\d"),
        YEAR("%1$tY", "\\d{4}"),
        MONTH("%1$tm", "\\d\\d"),
        DAY("%1$td", "\\d\\d"),
        HOUR("%1$tH", "\\d\\d"),
        MINUTE("%1$tM", "\\d\\d");

        private final String format;
        private final String expression;

        Time(String format, String expression) {
            this.format = format;
            this.expression = expression;
        }

        @Override
        public String rendered(TopicPartition partition, LocalDateTime window, Iterator<String> values) {
            return String.format(Locale.ROOT, format, window);
        }

        @Override
        public boolean constant() {
            return false;
        }

        @Override
        public String expression(TopicPartition partition) {
            return expression;
        }
    }
}
