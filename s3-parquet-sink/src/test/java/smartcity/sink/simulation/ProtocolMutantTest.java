package smartcity.sink.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import smartcity.sink.simulation.ScheduleCampaign.BrokenSchedule;

/// What the simulation is worth: it must find each way to break the protocol, and find that the promise is broken that
/// this way breaks.
class ProtocolMutantTest {
    private static final int ENOUGH = 4_000;

    /// Where to begin, so that the search is short: a schedule that found the mutant when this was written.
    /// After a change of the simulation another one finds it.
    private static final Map<ProtocolMutant, Integer> BEGIN = Map.of(
            ProtocolMutant.DURATIONS_BY_WALL_CLOCK,
            202,
            ProtocolMutant.UPLOAD_BEFORE_THE_CUT_IS_ACKNOWLEDGED,
            266,
            ProtocolMutant.LOST_ANSWER_TAKEN_FOR_A_FAILURE,
            236,
            ProtocolMutant.LATE_COMMITS_IGNORED,
            790,
            ProtocolMutant.REPLAY_PUTS_BLINDLY,
            119,
            ProtocolMutant.TOPIC_CONFIRMED_ONCE,
            290,
            ProtocolMutant.NO_LEADER_EPOCH,
            248,
            ProtocolMutant.CUT_WITHOUT_EPOCHS,
            791,
            ProtocolMutant.REPLAY_TRUSTS_NAMES,
            542,
            ProtocolMutant.PUT_ANSWER_TRUSTED,
            571);

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void findsWhatIsBroken(ProtocolMutant mutant) throws InterruptedException {
        Optional<BrokenSchedule> found = new ScheduleCampaign(mutant, BEGIN.getOrDefault(mutant, 0)).run(ENOUGH);

        found.ifPresent(one -> System.out.println(
                "Simulation caught " + mutant + " in schedule " + one.seed() + ": " + one.violation()));
        assertThat(found).isPresent();
    }
}
