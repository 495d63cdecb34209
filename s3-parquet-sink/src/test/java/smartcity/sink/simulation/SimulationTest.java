package smartcity.sink.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import smartcity.sink.simulation.ScheduleCampaign.Finding;

/// Thousands of random lives of the sink. `-Dsimulation.seed=17` runs one schedule again and tells what happened in it;
/// `-Dsimulation.minutes=30` goes on for that long, from `-Dsimulation.from=` on.
class SimulationTest {
    private static final int SCHEDULES = Integer.getInteger("simulation.schedules", 10_000);
    private static final int MINUTES = Integer.getInteger("simulation.minutes", 0);
    private static final long FROM = Long.getLong("simulation.from", 0);
    private static final long SEED = Long.getLong("simulation.seed", -1);

    @Test
    void landsEveryRecordOnceWhateverHappens() throws InterruptedException {
        ScheduleCampaign campaign = new ScheduleCampaign(ProtocolMutant.NONE, SEED < 0 ? FROM : SEED);

        var finding = MINUTES > 0 ? campaign.run(Duration.ofMinutes(MINUTES)) : campaign.run(SEED < 0 ? SCHEDULES : 1);

        System.out.println(campaign.summary());
        if (SEED >= 0) {
            System.out.println(SimSchedule.trace(SEED, ProtocolMutant.NONE));
        }
        assertThat(finding.map(SimulationTest::told)).isEmpty();
    }

    @Test
    void isTheSameAgainFromItsSeed() {
        for (long seed = 0; seed < 20; seed++) {
            String first = SimSchedule.trace(seed, ProtocolMutant.NONE);
            String second = SimSchedule.trace(seed, ProtocolMutant.NONE);

            assertThat(second)
                    .isEqualTo(first)
                    .hasLineCount(Math.toIntExact(first.lines().count()));
        }
    }

    private static String told(Finding finding) {
        return "seed " + finding.seed() + " (again with -Dsimulation.seed=" + finding.seed() + "): "
                + finding.violation().getMessage() + "\n" + SimSchedule.trace(finding.seed(), ProtocolMutant.NONE);
    }
}
