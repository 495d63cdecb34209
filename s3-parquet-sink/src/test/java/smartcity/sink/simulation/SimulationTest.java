package smartcity.sink.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import smartcity.sink.simulation.Campaign.Finding;

/// Thousands of random lives of the sink. `-Dsimulation.seed=17` runs one schedule again and tells what happened in it;
/// `-Dsimulation.minutes=30` goes on for that long, from `-Dsimulation.from=` on.
class SimulationTest {
    private static final int SCHEDULES = Integer.getInteger("simulation.schedules", 10_000);
    private static final int MINUTES = Integer.getInteger("simulation.minutes", 0);
    private static final long FROM = Long.getLong("simulation.from", 0);
    private static final long SEED = Long.getLong("simulation.seed", -1);

    @Test
    void landsEveryRecordOnceWhateverHappens() throws InterruptedException {
        Campaign campaign = new Campaign(Mutant.NONE, SEED < 0 ? FROM : SEED);

        var finding = MINUTES > 0 ? campaign.run(Duration.ofMinutes(MINUTES)) : campaign.run(SEED < 0 ? SCHEDULES : 1);

        System.out.println(campaign.summary());
        if (SEED >= 0) {
            System.out.println(Schedule.trace(SEED, Mutant.NONE));
        }
        assertThat(finding.map(SimulationTest::told)).isEmpty();
    }

    @Test
    void isTheSameAgainFromItsSeed() {
        for (long seed = 0; seed < 20; seed++) {
            String first = Schedule.trace(seed, Mutant.NONE);
            String second = Schedule.trace(seed, Mutant.NONE);

            assertThat(second)
                    .isEqualTo(first)
                    .hasLineCount(Math.toIntExact(first.lines().count()));
        }
    }

    private static String told(Finding finding) {
        return "seed " + finding.seed() + " (again with -Dsimulation.seed=" + finding.seed() + "): "
                + finding.violation().getMessage() + "\n" + Schedule.trace(finding.seed(), Mutant.NONE);
    }
}
