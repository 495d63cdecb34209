package smartcity.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the workflows to all modules, to actions that nobody can exchange, and to the rights that they need.
class WorkflowsTest {
    private static final Path CHECK = ProjectFiles.ROOT.resolve(".github/workflows/check.yml");
    private static final Path RELEASE = ProjectFiles.ROOT.resolve(".github/workflows/release.yml");
    private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");
    private static final Pattern MATRIX_MODULE = Pattern.compile("^ {10}- (\\S+)$", Pattern.MULTILINE);
    private static final Pattern ACTION = Pattern.compile("uses: (.*)");

    private static List<Path> workflows() {
        return ProjectFiles.endingWith(".yml").stream()
                .filter(file -> file.toString().contains("/.github/workflows/"))
                .toList();
    }

    @Test
    void testsEveryModuleInAJobOfItsOwn() {
        assertThat(captured(MATRIX_MODULE, CHECK)).isEqualTo(captured(MODULE, ProjectFiles.ROOT.resolve("pom.xml")));
    }

    /// The quick check of a module checks the code of its tests for nulls alone.
    @Test
    void checksTheCodeOfTestsByEveryRuleBeforeAMerge() {
        assertThat(textOf(CHECK)).contains("run: ./mvnw -B -Dall test-compile\n", "needs: [module, compiler]\n");
    }

    @Test
    void pinsEveryActionByCommitAndNamesItsVersion() {
        Stream<String> actions = workflows().stream().flatMap(file -> captured(ACTION, file).stream());

        assertThat(actions)
                .isNotEmpty()
                .allMatch(action -> action.matches("[\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
    }

    @Test
    void mayOnlyReadAndEndsInTime() {
        assertThat(workflows())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(textOf(file))
                        .contains("\npermissions:\n  contents: read\n", "\nconcurrency:\n", "timeout-minutes: ")
                        .doesNotContain("pull_request_target"));
        assertThat(workflows())
                .filteredOn(file -> !file.equals(RELEASE))
                .allSatisfy(file -> assertThat(textOf(file)).doesNotContain(": write"));
    }

    @Test
    void mayWriteInTheJobsOfAReleaseOnlyWhatTheyMake() {
        assertThat(captured(Pattern.compile("^  (\\w+):$(?=\\n    name:)|^      ([\\w-]+: write)$", Pattern.MULTILINE)))
                .containsExactly(
                        "test",
                        "jvm",
                        "packages: write",
                        "native",
                        "packages: write",
                        "aot",
                        "packages: write",
                        "publish",
                        "packages: write",
                        "id-token: write",
                        "attestations: write",
                        "release",
                        "contents: write");
    }

    /// Jobs of the release and the rights that they have, in their order.
    private static List<String> captured(Pattern jobOrRight) {
        return jobOrRight
                .matcher(textOf(RELEASE))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
    }

    private static List<String> captured(Pattern pattern, Path file) {
        return pattern.matcher(textOf(file))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String textOf(Path file) {
        return String.join("\n", ProjectFiles.linesOf(file)) + "\n";
    }
}
