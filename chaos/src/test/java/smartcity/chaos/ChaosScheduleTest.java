package smartcity.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import smartcity.chaos.ChaosStep.Act;

class ChaosScheduleTest {
    private static final Duration FOUR_MINUTES = Duration.ofMinutes(4);

    private static Duration at(List<ChaosStep> steps, Act act) {
        return steps.stream()
                .filter(step -> step.act() == act)
                .findFirst()
                .orElseThrow()
                .at();
    }

    @Test
    void hasEveryKindOfFaultWhateverTheSeed() {
        assertThat(LongStream.range(0, 200).mapToObj(seed -> ChaosSchedule.of(seed, FOUR_MINUTES)))
                .allSatisfy(
                        steps -> assertThat(steps).extracting(ChaosStep::act).contains(Act.values()));
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(ChaosSchedule.of(7, FOUR_MINUTES)).isEqualTo(ChaosSchedule.of(7, FOUR_MINUTES));
        assertThat(ChaosSchedule.of(7, FOUR_MINUTES)).isNotEqualTo(ChaosSchedule.of(8, FOUR_MINUTES));
    }

    @Test
    void keepsS3AwayForAMinute() {
        List<ChaosStep> steps = ChaosSchedule.of(3, FOUR_MINUTES);

        assertThat(at(steps, Act.S3_UP).minus(at(steps, Act.S3_DOWN)))
                .isCloseTo(Duration.ofMinutes(1), Duration.ofMillis(2));
    }

    /// What the topic had before must have landed before it is deleted, and no other step happens while that is
    /// awaited.
    @Test
    void createsTheTopicAgainWhileS3Works() {
        for (long seed = 0; seed < 200; seed++) {
            List<ChaosStep> steps = ChaosSchedule.of(seed, FOUR_MINUTES);

            assertThat(at(steps, Act.RECREATE))
                    .as("seed %s", seed)
                    .isBetween(at(steps, Act.S3_HEALTHY), at(steps, Act.S3_DOWN));
        }
    }

    @Test
    void leavesTopicsAndRulesAsTheyAreInAShortRun() {
        assertThat(ChaosSchedule.of(1, Duration.ofMinutes(1)))
                .extracting(ChaosStep::act)
                .contains(Act.KAFKA_PAUSE, Act.KAFKA_RESUME)
                .doesNotContain(Act.UPGRADE, Act.RECREATE);
    }

    @Test
    void pausesLongerThanASessionAndDisturbsNoPausedSink() {
        for (long seed = 0; seed < 200; seed++) {
            List<ChaosStep> steps = ChaosSchedule.of(seed, FOUR_MINUTES);
            assertThat(steps).as("seed %s", seed).isSortedAccordingTo(Comparator.comparing(ChaosStep::at));
            for (ChaosStep pause :
                    steps.stream().filter(step -> step.act() == Act.PAUSE).toList()) {
                ChaosStep next = steps.stream()
                        .filter(step -> step.at().compareTo(pause.at()) > 0)
                        .filter(step -> step.sink() == pause.sink() && isOfASink(step))
                        .findFirst()
                        .orElseThrow();
                assertThat(next.act()).as("seed %s: after %s", seed, pause).isEqualTo(Act.RESUME);
                assertThat(next.at().minus(pause.at()))
                        .as("seed %s: %s", seed, pause)
                        .isGreaterThan(ChaosSchedule.SESSION_TIMEOUT);
            }
        }
    }

    private static boolean isOfASink(ChaosStep step) {
        return List.of(Act.KILL, Act.PAUSE, Act.RESUME, Act.TERMINATE).contains(step.act());
    }
}
