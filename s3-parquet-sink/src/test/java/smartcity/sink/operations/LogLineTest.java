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
}
