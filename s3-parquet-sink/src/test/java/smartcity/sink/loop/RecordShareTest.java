package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordShareTest {
    private final RecordShare share = new RecordShare();

    @Test
    void expectsARecordAtEachOffsetBeforeAnyIsRead() {
        assertThat(share.among(500)).isEqualTo(500);
        assertThat(share.among(0)).isZero();
    }

    @Test
    void leavesOutTheMarkersThatAreToBeExpected() {
        share.read(3_000, 4_000);

        assertThat(share.among(1_000)).isBetween(749L, 751L);
        assertThat(share.among(0)).isZero();
    }

    @Test
    void neverExpectsMoreRecordsThanOffsets() {
        share.read(4_000, 4_000);

        assertThat(share.among(7)).isEqualTo(7);
    }

    @Test
    void expectsWhatWasReadLast() {
        share.read(100_000, 100_000);
        for (int poll = 0; poll < 400; poll++) {
            share.read(500, 1_000);
        }

        assertThat(share.among(1_000)).isBetween(495L, 505L);
    }
}
