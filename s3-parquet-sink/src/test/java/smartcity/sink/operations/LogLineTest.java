package smartcity.sink.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {
    @Test
    void appendsFieldsInTheirOrderToTheText() {
        LogLine line = new LogLine(false, "Stored object")
                .with("key", "data/x.parquet")
                .with("records", 7);

        assertThat(line.asText()).isEqualTo("Stored object key=data/x.parquet records=7");
    }

    @Test
    void keepsTextOfOthersOnItsLine() {
        String line = new LogLine(false, "Failed to reach bucket")
                .with("reason", "<html>\n2026 ERROR forged\u001b[2J")
                .asText();

        assertThat(line).isEqualTo("Failed to reach bucket reason=<html>\\u{a}2026 ERROR forged\\u{1b}[2J");
    }
}
