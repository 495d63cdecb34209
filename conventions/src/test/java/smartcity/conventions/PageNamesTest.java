package smartcity.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds pages to types and methods that exist, so that a reader finds in the code what a page names.
class PageNamesTest {
    /// Names in code spans that look like types of this project but belong to Kafka, S3, Parquet, the JDK and others.
    private static final Set<String> OF_OTHERS = Set.of(
            "AbortIncompleteMultipartUpload",
            "AccessDenied",
            "AvailableNow",
            "ByteBuffer",
            "ColumnChunkPageWriteStore",
            "CommitFailedException",
            "CommitRequestManager",
            "ConsumerGroup",
            "InvalidAccessKeyId",
            "KafkaConsumer",
            "MockConsumer",
            "NaN",
            "NoSuchBucket",
            "NullMarked",
            "ParquetFileWriter",
            "ParquetWriter",
            "ProducerRecord",
            "ProducerPerformance",
            "SignatureDoesNotMatch",
            "VmHWM",
            "WithDefault");

    private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");

    /// A type in a span of its own, with the method or nested type that the page names.
    private static final Pattern TYPE = Pattern.compile("@?([A-Z]\\w*)(?:[.#](\\w+))?(?:\\(.*\\))?");

    private static final Pattern SEVERAL_WORDS = Pattern.compile("[A-Z][a-z0-9]+[A-Z]\\w*|[A-Z]\\d[A-Z]\\w*");
    private static final Pattern DECLARATION = Pattern.compile("(?:class|record|interface|enum) ([A-Z]\\w*)");

    /// Text of the file that declares each type.
    private static final Map<String, String> SOURCES = sources();

    @Test
    void typesAndMethodsThatPagesNameExist() {
        List<String> missing = new ArrayList<>();

        for (Path page : pages()) {
            for (String span : spansOf(page)) {
                if (!exists(span)) {
                    missing.add(ProjectFiles.ROOT.relativize(page) + ": " + span);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PageNamesTest", "PageNamesTest.exists", "ProjectFiles.linesOf(Path)", "Active", "TIMESTAMP"})
    void takesNamesThatExistAndWordsThatNameNoType(String span) {
        assertThat(exists(span)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PageNameTest", "PageNamesTest.isThere", "ProjectFiles.gone()"})
    void refusesNamesThatDoNotExist(String span) {
        assertThat(exists(span)).isFalse();
    }

    private static List<Path> pages() {
        // This page names the types of FIWARE.
        return ProjectFiles.endingWith(".md").stream()
                .filter(page -> !page.endsWith("docs/fiware.md"))
                .toList();
    }

    private static boolean exists(String span) {
        Matcher name = TYPE.matcher(span);
        if (!name.matches() || OF_OTHERS.contains(name.group(1))) {
            return true;
        }
        String source = SOURCES.get(name.group(1));
        if (source == null) {
            return !SEVERAL_WORDS.matcher(name.group(1)).matches();
        }
        return name.group(2) == null || isMember(name.group(2), source);
    }

    private static boolean isMember(String member, String source) {
        String after = Character.isLowerCase(member.charAt(0)) ? "\\(" : "\\b";
        return Pattern.compile("\\b" + member + after).matcher(source).find();
    }

    private static List<String> spansOf(Path page) {
        return SPAN.matcher(String.join("\n", ProjectFiles.linesOf(page)))
                .results()
                .map((MatchResult span) -> span.group(1))
                .toList();
    }

    private static Map<String, String> sources() {
        Map<String, String> sources = new HashMap<>();
        for (Path file : ProjectFiles.endingWith(".java")) {
            String source = String.join("\n", ProjectFiles.linesOf(file));
            DECLARATION.matcher(source).results().forEach(type -> sources.putIfAbsent(type.group(1), source));
        }
        return sources;
    }
}
