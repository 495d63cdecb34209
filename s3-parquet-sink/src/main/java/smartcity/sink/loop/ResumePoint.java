package smartcity.sink.loop;

import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.Cut;

/// Where a partition resumes.
///
/// @param offset the first offset that has not landed
/// @param position the first offset that Kafka still has of those
/// @param pending the cut that starts at `offset` and must be completed first; null when there is none
/// @param origin the source of this: `group`, `bucket` or `earliest`
record ResumePoint(long offset, long position, @Nullable Cut pending, String origin) {
    /// Whether Kafka deleted records before they could land.
    boolean truncated() {
        return position > offset;
    }
}
