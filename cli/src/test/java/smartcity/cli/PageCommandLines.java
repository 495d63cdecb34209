package smartcity.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The command lines that the README and the manual show.
final class PageCommandLines {
    private static final Pattern LINE = Pattern.compile("^ {4}(?:\\$ )?(\\S.*)$", Pattern.MULTILINE);

    /// A word of a shell: in quotes of either kind, or without blanks.
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private PageCommandLines() {}

    /// Those that begin so, each once.
    static List<String> startingWith(String start) {
        try (Stream<Path> manual = Files.list(Path.of("../docs"))) {
            return Stream.concat(Stream.of(Path.of("../README.md")), manual.sorted())
                    .filter(page -> page.toString().endsWith(".md"))
                    .flatMap(page -> LINE.matcher(textOf(page)).results().toList().stream())
                    .map((MatchResult line) -> line.group(1))
                    .filter(line -> line.startsWith(start))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to list the pages", e);
        }
    }

    /// The words of a command line without variables and substitutions.
    static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> Stream.of(1, 2, 3)
                        .map(word::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static String textOf(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read " + page, e);
        }
    }
}
