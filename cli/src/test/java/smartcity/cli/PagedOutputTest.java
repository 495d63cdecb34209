package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagedOutputTest {
    /// More than any terminal has rows.
    private static final List<String> MANY = Collections.nCopies(5000, "M40 Jülich–Oxford");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private void print(boolean terminal, String pager, List<String> lines) {
        PrintStream out = new PrintStream(printed, false, StandardCharsets.UTF_8);
        new PagedOutput(out, terminal, Map.of("PAGER", pager)).print(lines);
    }

    private List<String> printed() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void handsToThePagerWhatDoesNotFit() throws IOException {
        Path page = folder.resolve("page");

        print(true, "cat > " + page, MANY);

        assertThat(Files.readAllLines(page)).isEqualTo(MANY);
        assertThat(printed()).isEmpty();
    }

    @Test
    void printsWhereThePagerFails() {
        print(true, "exit 3", MANY);

        assertThat(printed()).isEqualTo(MANY);
    }

    @Test
    void printsOnceWhenTheReaderLeavesThePagerEarly() throws IOException {
        Path page = folder.resolve("page");

        print(true, "head -n 1 > " + page, MANY);

        assertThat(Files.readAllLines(page)).isEqualTo(MANY.subList(0, 1));
        assertThat(printed()).isEmpty();
    }

    @Test
    void printsToAFileWithoutAPager() throws IOException {
        Path page = folder.resolve("page");

        print(false, "cat > " + page, MANY);

        assertThat(page).doesNotExist();
        assertThat(printed()).isEqualTo(MANY);
    }

    @Test
    void printsWhatFits() {
        Path page = folder.resolve("page");

        print(true, "cat > " + page, List.of("one row"));

        assertThat(page).doesNotExist();
        assertThat(printed()).containsExactly("one row");
    }
}
