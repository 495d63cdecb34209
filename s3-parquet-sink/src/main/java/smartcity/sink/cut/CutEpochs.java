package smartcity.sink.cut;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The leader epochs of a cut, by which a replay finds that the log was truncated below the cut's end.
///
/// @param end of the place at the cut's end, with which Kafka compares the log there; null when it is unknown, as it
///     may be behind a gap
/// @param last of the cut's last record: no record of the cut has a later one; null when it is unknown, or in a
///     cut of a version that did not record it
public record CutEpochs(@Nullable Integer end, @Nullable Integer last) {
    /// Of a cut that records none.
    public static final CutEpochs UNKNOWN = new CutEpochs(null, null);

    /// The epochs that are known.
    public static CutEpochs of(Optional<Integer> end, Optional<Integer> last) {
        return new CutEpochs(end.orElse(null), last.orElse(null));
    }

    /// The latest epoch that a record of the cut can have; empty when it is unknown.
    public Optional<Integer> latest() {
        return Optional.ofNullable(last == null ? end : last);
    }
}
