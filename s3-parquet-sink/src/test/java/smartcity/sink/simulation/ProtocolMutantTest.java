package smartcity.sink.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// What the simulation is worth: it must find each way to break the protocol.
class ProtocolMutantTest {
    private static final int ENOUGH = 2_000;

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void findsWhatIsBroken(ProtocolMutant mutant) {
        OptionalLong caught = LongStream.range(0, ENOUGH)
                .filter(seed -> SimSchedule.run(seed, mutant) != null)
                .findFirst();

        caught.ifPresent(seed -> System.out.println(
                "Simulation caught " + mutant + " in schedule " + (seed + 1) + ": " + SimSchedule.run(seed, mutant)));
        assertThat(caught).isPresent();
    }
}
