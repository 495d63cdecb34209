package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalOutputTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private TerminalOutput terminal(boolean live) {
        return new TerminalOutput(new PrintStream(written, true, StandardCharsets.UTF_8), live);
    }

    private String written() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void refreshesATableInItsPlace() {
        TerminalOutput terminal = terminal(true);
        terminal.refresh(List.of("a 1", "b 1"));
        written.reset();

        terminal.refresh(List.of("a 2", "b 2"));

        assertThat(written()).startsWith("\033[2A\033[J").contains("a 2\nb 2\n");
    }

    @Test
    void leavesATableAboveALineThatStays() {
        TerminalOutput terminal = terminal(true);
        terminal.refresh(List.of("a 1"));
        terminal.print("Stopping");
        written.reset();

        terminal.refresh(List.of("a 2"));

        assertThat(written()).doesNotContain("\033[1A");
    }

    @Test
    void writesPlainLinesIntoAFile() {
        TerminalOutput terminal = terminal(false);

        terminal.refresh(List.of("a 1"));
        terminal.refresh(List.of("a 2"));

        assertThat(written()).isEqualTo("a 1\na 2\n");
    }
}
