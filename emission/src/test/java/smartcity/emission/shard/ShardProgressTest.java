package smartcity.emission.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardProgressTest {
    @Test
    void isReadBackFromItsText() {
        ShardProgress progress = new ShardProgress("42/-/-/1.0/-", Instant.parse("2026-11-23T08:00:00.000001Z"));

        assertThat(ShardProgress.parse(progress.text())).contains(progress);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "42 yesterday", " "})
    void isNotReadFromAnotherText(String text) {
        assertThat(ShardProgress.parse(text)).isEmpty();
    }
}
