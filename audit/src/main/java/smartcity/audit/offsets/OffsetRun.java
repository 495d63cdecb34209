package smartcity.audit.offsets;

/// Consecutive offsets.
///
/// @param first the lowest
/// @param last the highest, included
public record OffsetRun(long first, long last) {
    public OffsetRun {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("run must not be empty but was [" + first + ", " + last + "]");
        }
    }

    /// Number of offsets.
    public long count() {
        return last - first + 1;
    }

    @Override
    public String toString() {
        return first == last ? Long.toString(first) : first + "-" + last;
    }
}
