package smartcity.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds every command that a page shows to a test that runs it, or to a mark in the page that says why none does:
/// `<!-- needs: a bucket in AWS -->` or `<!-- not run: takes an hour -->` above its block.
class PageCommandsTest {
    /// Which test runs a command, by the first pattern that matches it whole.
    private static final Map<String, String> RUN_BY = runBy();

    private static final List<PageCommand> COMMANDS = ProjectFiles.endingWith(".md").stream()
            .flatMap(page -> PageCommand.of(page).stream())
            .toList();

    @TempDir
    private Path folder;

    private static Map<String, String> runBy() {
        Map<String, String> tests = new TreeMap<>();
        tests.put("\\./smartcity up --for 35s", "PageCommandsIT.startsAndStopsTheCity");
        return tests;
    }

    @Test
    void everyCommandIsRunByATestOrSaysWhyNot() {
        List<String> neither = COMMANDS.stream()
                .filter(command -> command.mark().isEmpty())
                .filter(command -> RUN_BY.keySet().stream().noneMatch(command.text()::matches))
                .map(command -> command.page() + ": " + command.text())
                .toList();

        assertThat(neither).isEmpty();
    }

    @Test
    void theTestsExist() {
        assertThat(RUN_BY.values()).allSatisfy(test -> {
            int dot = test.indexOf('.');
            List<Path> files = ProjectFiles.endingWith("/" + test.substring(0, dot) + ".java");
            assertThat(files).as(test).hasSize(1);
            assertThat(String.join("\n", ProjectFiles.linesOf(files.getFirst())))
                    .as(test)
                    .containsPattern("\\bvoid " + test.substring(dot + 1) + "\\(");
        });
    }

    @Test
    void noPatternIsWithoutACommand() {
        assertThat(RUN_BY.keySet())
                .allSatisfy(pattern ->
                        assertThat(COMMANDS).as(pattern).anyMatch(command -> Pattern.matches(pattern, command.text())));
    }

    @Test
    void readsCommandsAndMarksFromAPage() throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), """
                Run `./smartcity up` or `./smartcity query "select 1"`:

                    $ ./smartcity up --for 35s
                    kafka is ready

                <!-- needs: docker -->
                ```
                A=b docker run x   starts it
                ```

                    curl -s localhost:8081
                """);

        assertThat(PageCommand.of(page))
                .extracting(PageCommand::text, PageCommand::mark)
                .containsExactly(
                        tuple("./smartcity up", ""),
                        tuple("./smartcity query \"select 1\"", ""),
                        tuple("./smartcity up --for 35s", ""),
                        tuple("A=b docker run x", "needs: docker"),
                        tuple("curl -s localhost:8081", ""));
    }
}
