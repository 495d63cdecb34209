package smartcity.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A file that one cannot take in at once says why it is so long.
class FileLengthTest {
    private static final int LINES = 200;

    @Test
    void aLongFileSaysWhyItIsLong() {
        List<Path> silent = ProjectFiles.endingWith(".java").stream()
                .filter(file -> file.toString().contains("/src/main/"))
                .filter(file -> ProjectFiles.linesOf(file).size() > LINES)
                .filter(file ->
                        ProjectFiles.linesOf(file).stream().noneMatch(line -> line.startsWith("// Over 200 lines: ")))
                .toList();

        assertThat(silent).isEmpty();
    }
}
