package smartcity.local.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LandedRecordsTest {
    private final LandedRecords records = new LandedRecords();

    /// Two transactions, 0 to 2 and 4 to 5, with markers at 3 and 6.
    private void addTwoTransactions() {
        for (long offset : new long[] {0, 1, 2, 4, 5}) {
            records.add(offset);
        }
    }

    @Test
    void markersAreNotRecordsThatRemain() {
        addTwoTransactions();

        assertThat(records.count()).isEqualTo(5);
        assertThat(records.before(3)).isEqualTo(3);
        assertThat(records.before(4)).isEqualTo(3);
        assertThat(records.before(7)).isEqualTo(5);
    }

    @Test
    void landedNeverDecreasesWhileTransactionsAreWritten() {
        long landed = 0;
        for (long transaction = 0; transaction < 100; transaction++) {
            for (long record = 0; record < 4; record++) {
                records.add(transaction * 5 + record);
            }
            long before = landed;

            landed = records.before(transaction / 10 * 10 * 5);

            assertThat(landed)
                    .as("in transaction %s", transaction)
                    .isEqualTo(transaction / 10 * 10 * 4)
                    .isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void countsAPartOfARun() {
        addTwoTransactions();

        assertThat(records.before(1)).isEqualTo(1);
        assertThat(records.before(5)).isEqualTo(4);
    }

    /// The group's offset is unknown for a moment while a coordinator moves.
    @Test
    void aLowerOffsetTakesNothingBack() {
        addTwoTransactions();
        records.before(5);

        assertThat(records.before(0)).isEqualTo(4);
    }
}
