package smartcity.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UpgradeVerdictTest {
    @Test
    void hasNothingAgainstRowsByFormerRulesAndDeadLettersByNewOnes() {
        assertThat(new UpgradeVerdict(600, 400).objections(1000, true)).isEmpty();
        assertThat(new UpgradeVerdict(1000, 0).objections(1000, false)).isEmpty();
    }

    @Test
    void seesThatARecordIsNeither() {
        assertThat(new UpgradeVerdict(6, 3).objections(10, true))
                .containsExactly(
                        "10 records from before 2001-01-01T00:00:00Z were to land but 6 rows and 3 dead letters did");
    }

    @Test
    void seesThatTheRulesWereTheSameAllTheTime() {
        assertThat(new UpgradeVerdict(1000, 0).objections(1000, true))
                .containsExactly("There must be dead letters by the rules of an upgrade but 0 are there");
        assertThat(new UpgradeVerdict(0, 1000).objections(1000, true))
                .containsExactly("No record from before 2001-01-01T00:00:00Z has landed as a row by the former rules");
    }

    @Test
    void expectsNeitherOfAFewRecords() {
        assertThat(new UpgradeVerdict(10, 0).objections(10, true)).isEmpty();
        assertThat(new UpgradeVerdict(0, 10).objections(10, true)).isEmpty();
    }

    @Test
    void seesRulesThatNobodyAskedFor() {
        assertThat(new UpgradeVerdict(6, 4).objections(10, false))
                .containsExactly("There must be no dead letters by the rules of an upgrade but 4 are there");
    }
}
