package smartcity.sink.loop;

import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.OffsetRange;

/// Whether and where a partition resumes.
sealed interface Resumption {
    /// It resumes.
    ///
    /// @param skipped offsets that did not land and will not: an operator moved the group's offset, or
    ///     the era begins behind them; null when there are none
    record At(ResumePoint point, @Nullable OffsetRange skipped) implements Resumption {}

    /// It must not resume before an operator has removed the reason.
    record Blocked(String reason) implements Resumption {}

    /// Kafka or the bucket has not answered yet.
    record Unknown() implements Resumption {}
}
