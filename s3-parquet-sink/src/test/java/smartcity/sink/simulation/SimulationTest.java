package smartcity.sink.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import smartcity.sink.simulation.ScheduleCampaign.BrokenSchedule;

/// Thousands of random schedules of the sink: 1,000 in the quick check, 10,000 with `--all` (`-Dall`).
///
/// `-Dsimulation.seed=17` runs one schedule again and prints its events; `-Dsimulation.minutes=30` runs schedules
/// for that long, from `-Dsimulation.from=` on.
class SimulationTest {
    private static final int QUICK_SCHEDULES = 1_000;
    private static final int ALL_SCHEDULES = 10_000;
    private static final int SCHEDULES = Integer.getInteger(
            "simulation.schedules",
            System.getProperty("smartcity.test.scale", "quick").equals("all") ? ALL_SCHEDULES : QUICK_SCHEDULES);
    private static final Set<WorldStep> EVERY = EnumSet.allOf(WorldStep.class);

    /// Only a replay requests metadata, so that few schedules have a false answer to that.
    private static final Set<WorldStep> FREQUENT = EnumSet.complementOf(
            EnumSet.of(WorldStep.HEAD_FOUND_NOTHING_OF_AN_OBJECT, WorldStep.HEAD_WITHOUT_METADATA));

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
        assertThat(finding.map(SimulationTest::text)).isEmpty();
        if (SEED < 0) {
            assertThat(campaign.steps().keySet()).containsAll(SCHEDULES < ALL_SCHEDULES ? FREQUENT : EVERY);
        }
    }

    @Test
    void isTheSameAgainFromItsSeed() {
        for (long seed = 0; seed < 20; seed++) {
            String first = SimSchedule.trace(seed, ProtocolMutant.NONE);
            String second = SimSchedule.trace(seed, ProtocolMutant.NONE);

            assertThat(second)
                    .as("seed %s", seed)
                    .isEqualTo(first)
                    .hasLineCount(Math.toIntExact(first.lines().count()));
        }
    }

    private static String text(BrokenSchedule finding) {
        return "seed " + finding.seed() + " (again with -Dsimulation.seed=" + finding.seed() + "): "
                + finding.violation().getMessage() + "\n" + SimSchedule.trace(finding.seed(), ProtocolMutant.NONE);
    }
}
