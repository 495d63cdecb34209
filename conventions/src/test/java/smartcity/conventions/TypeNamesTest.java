package smartcity.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the names of types to be found by one search and understood without their package.
class TypeNamesTest {
    /// At most this share of the types of main code has a name of one word: code bases that are good to read have 5 to
    /// 16 %.
    private static final double ONE_WORD_SHARE = 0.16;

    private static final Pattern NESTED =
            Pattern.compile("^ +(?:\\w[\\w-]* )*(?:class|record|interface|enum) ([A-Z]\\w*)", Pattern.MULTILINE);

    private static final List<Path> TYPES = ProjectFiles.endingWith(".java").stream()
            .filter(file -> !file.endsWith("package-info.java"))
            .toList();

    @Test
    void noSimpleNameIsThereTwice() {
        Map<String, List<Path>> byName =
                TYPES.stream().collect(Collectors.groupingBy(TypeNamesTest::nameOf, TreeMap::new, Collectors.toList()));

        byName.values().removeIf(files -> files.size() == 1);
        assertThat(byName).isEmpty();
    }

    /// A search for a type must not find a nested one of the same name. Nested types among themselves may share a name:
    /// they are read with that of their outer type, such as `Landing.Outcome`.
    @Test
    void noNestedTypeHasTheNameOfAnother() {
        Map<String, Path> files = TYPES.stream().collect(Collectors.toMap(TypeNamesTest::nameOf, file -> file));

        Stream<String> nested = TYPES.stream()
                .flatMap(file -> NESTED.matcher(String.join("\n", ProjectFiles.linesOf(file)))
                        .results()
                        .map(found -> found.group(1))
                        .filter(files::containsKey)
                        .map(name -> name + " in " + ProjectFiles.ROOT.relativize(file)));
        assertThat(nested).isEmpty();
    }

    @Test
    void fewNamesHaveOneWord() {
        List<String> main = TYPES.stream()
                .filter(file -> file.toString().contains("/src/main/"))
                .map(TypeNamesTest::nameOf)
                .toList();

        List<String> ofOneWord =
                main.stream().filter(name -> name.matches("[A-Z][a-z0-9]*")).toList();

        assertThat(ofOneWord)
                .as("%d of %d types have a name of one word", ofOneWord.size(), main.size())
                .hasSizeLessThan((int) (main.size() * ONE_WORD_SHARE));
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
