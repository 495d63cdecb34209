package smartcity.local.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void alignsWordsLeftAndNumbersRight() {
        List<String> lines = TextTable.lines(
                List.of("topic", "rows"),
                List.of(false, true),
                List.of(List.of("gps_data", "7"), List.of("x", "12345")));

        assertThat(lines).containsExactly("topic      rows", "--------  -----", "gps_data      7", "x         12345");
    }

    @Test
    void cutsCellsThatWouldFillTheScreen() {
        String snapshot = "abcdefghij".repeat(20);

        List<String> lines = TextTable.lines(List.of("snapshot"), List.of(false), List.of(List.of(snapshot)));

        assertThat(lines.getLast()).hasSize(TextTable.CELL).endsWith("…");
    }

    @Test
    void keepsARowOnItsLine() {
        List<String> lines = TextTable.lines(List.of("text"), List.of(false), List.of(List.of("two\nlines")));

        assertThat(lines.getLast()).isEqualTo("two lines");
    }
}
