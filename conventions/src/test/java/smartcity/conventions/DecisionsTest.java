package smartcity.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds decisions to numbers without holes, a status, and the test that fails when one is broken.
class DecisionsTest {
    private static final Path FOLDER = ProjectFiles.ROOT.resolve("docs/adr");

    private static final Pattern LINK = Pattern.compile("\\((\\d{4}-[a-z0-9-]+\\.md)\\)");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private static final List<Path> DECISIONS = ProjectFiles.endingWith(".md").stream()
            .filter(page -> page.startsWith(FOLDER) && !page.endsWith("README.md"))
            .toList();

    @Test
    void areNumberedWithoutHoles() {
        List<Integer> numbers = DECISIONS.stream().map(DecisionsTest::numberOf).toList();

        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, DECISIONS.size()).boxed().toList());
    }

    @Test
    void haveTheirNumberInTheirTitle() {
        assertThat(DECISIONS)
                .allSatisfy(page -> assertThat(ProjectFiles.linesOf(page).getFirst())
                        .as("title of %s", page)
                        .startsWith("# " + numberOf(page) + ". "));
    }

    @Test
    void haveAStatusAndAreHeldBySomething() {
        assertThat(DECISIONS)
                .allSatisfy(page -> assertThat(String.join("\n", ProjectFiles.linesOf(page)))
                        .as("%s", page)
                        .contains("\nStatus: ")
                        .containsPattern("\n(Held by: |## Held by\n)"));
    }

    @Test
    void areAllInTheIndex() {
        String index = String.join("\n", ProjectFiles.linesOf(FOLDER.resolve("README.md")));

        assertThat(DECISIONS)
                .allSatisfy(
                        page -> assertThat(index).contains("[%d](%s)".formatted(numberOf(page), page.getFileName())));
    }

    @Test
    void sayByWhichPageTheyAreSuperseded() {
        List<String> unsaid = DECISIONS.stream()
                .flatMap(later -> superseded(later)
                        .filter(former -> !statusOf(former).contains("(" + later.getFileName() + ")"))
                        .map(former -> former.getFileName() + " is superseded in part by " + later.getFileName()))
                .toList();

        assertThat(DECISIONS.stream().flatMap(DecisionsTest::superseded)).hasSizeGreaterThan(5);
        assertThat(unsaid).isEmpty();
    }

    @Test
    void areSupersededInTheIndexByThePagesThatSaySo() {
        List<String> index = ProjectFiles.linesOf(FOLDER.resolve("README.md"));

        assertThat(DECISIONS)
                .allSatisfy(page -> assertThat(numbersInTheIndex(page, index))
                        .as("pages that supersede %s in the index", page.getFileName())
                        .containsExactlyElementsOf(DECISIONS.stream()
                                .filter(later -> superseded(later).anyMatch(page::equals))
                                .map(DecisionsTest::numberOf)
                                .toList()));
    }

    /// The numbers of pages in the status that the index has of a page, ascending.
    private static List<Integer> numbersInTheIndex(Path page, List<String> index) {
        String row = index.stream()
                .filter(line -> line.contains("(" + page.getFileName() + ")"))
                .findFirst()
                .orElseThrow();
        return NUMBER.matcher(row.split(" \\| ", 3)[2])
                .results()
                .map(number -> Integer.valueOf(number.group()))
                .sorted()
                .toList();
    }

    /// The pages that a page supersedes in part, as its status says.
    private static Stream<Path> superseded(Path page) {
        return Stream.of(statusOf(page).split("[.;]\\s"))
                .filter(clause -> clause.matches("(?s)\\s*[Ss]upersedes.*"))
                .flatMap(clause -> LINK.matcher(clause).results())
                .map(link -> FOLDER.resolve(link.group(1)));
    }

    /// The paragraph that begins with the status.
    private static String statusOf(Path page) {
        String text = String.join("\n", ProjectFiles.linesOf(page));
        int begin = text.indexOf("\nStatus: ");
        return text.substring(begin, text.indexOf("\n\n", begin));
    }

    private static int numberOf(Path page) {
        return Integer.parseInt(page.getFileName().toString().substring(0, 4));
    }
}
