package smartcity.sink.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import smartcity.sink.simulation.ScheduleCampaign.Finding;

/// What the simulation is worth: it must find each way to break the protocol, and find that the promise is broken that
/// this way breaks.
class ProtocolMutantTest {
    private static final int ENOUGH = 4_000;

    /// Where to begin, so that the search is short: a schedule that found the mutant when this was written. After a
    /// change
    /// of the simulation another one finds it.
    private static final Map<ProtocolMutant, Integer> BEGIN = Map.of(
            ProtocolMutant.UPLOAD_BEFORE_THE_CUT_IS_ACKNOWLEDGED,
            557,
            ProtocolMutant.REVOKED_BATCH_KEPT,
            594,
            ProtocolMutant.LATE_COMMITS_IGNORED,
            4618,
            ProtocolMutant.REPLAY_PUTS_BLINDLY,
            2455,
            ProtocolMutant.TOPIC_KNOWN_BY_NAME,
            181,
            ProtocolMutant.TOPIC_CONFIRMED_ONCE,
            602,
            ProtocolMutant.NO_LEADER_EPOCH,
            3898,
            ProtocolMutant.CUT_WITHOUT_END_EPOCH,
            10_983,
            ProtocolMutant.REPLAY_TRUSTS_NAMES,
            1237,
            ProtocolMutant.SECOND_GROUP_ALLOWED,
            313);

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void findsWhatIsBroken(ProtocolMutant mutant) throws InterruptedException {
        Optional<Finding> found = new ScheduleCampaign(mutant, BEGIN.getOrDefault(mutant, 0)).run(ENOUGH);

        found.ifPresent(one -> System.out.println(
                "Simulation caught " + mutant + " in schedule " + one.seed() + ": " + one.violation()));
        assertThat(found).isPresent();
    }
}
