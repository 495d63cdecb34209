package smartcity.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Holds decisions to numbers without holes, a status, and the test that fails when one is broken.
class DecisionsTest {
    private static final Path FOLDER = ProjectFiles.ROOT.resolve("docs/adr");

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

    private static int numberOf(Path page) {
        return Integer.parseInt(page.getFileName().toString().substring(0, 4));
    }
}
