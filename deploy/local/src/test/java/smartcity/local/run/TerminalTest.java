package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private Terminal terminal(boolean live) {
        return new Terminal(new PrintStream(written, true, StandardCharsets.UTF_8), live);
    }

    private String written() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void refreshesATableInItsPlace() {
        Terminal terminal = terminal(true);
        terminal.refresh(List.of("a 1", "b 1"));
        written.reset();

        terminal.refresh(List.of("a 2", "b 2"));

        assertThat(written()).startsWith("\033[2A\033[J").contains("a 2\nb 2\n");
    }

    @Test
    void leavesATableAboveALineThatStays() {
        Terminal terminal = terminal(true);
        terminal.refresh(List.of("a 1"));
        terminal.say("Stopping");
        written.reset();

        terminal.refresh(List.of("a 2"));

        assertThat(written()).doesNotContain("\033[1A");
    }

    @Test
    void writesPlainLinesIntoAFile() {
        Terminal terminal = terminal(false);

        terminal.refresh(List.of("a 1"));
        terminal.refresh(List.of("a 2"));

        assertThat(written()).isEqualTo("a 1\na 2\n");
    }
}
