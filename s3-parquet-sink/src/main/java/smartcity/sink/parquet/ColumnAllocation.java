package smartcity.sink.parquet;

/// The memory that the columns of one file have allocated for values that are not in a page yet, and whether one of
/// them has outgrown a page.
final class ColumnAllocation {
    /// A column's values become a page when they take more than this [bytes before encoding; chosen, not measured].
    static final int PAGE_BYTES = 1024 * 1024;

    /// What an array starts with: files with few rows are many, and each has an array for each of its columns
    /// [elements; chosen, not measured].
    private static final int LEAST = 8;

    /// What is allocated [bytes].
    long bytes;

    /// Whether a column has outgrown a page since this was last set to false.
    boolean pageDue;

    /// How many elements an array is to have that has `capacity` and needs more.
    ///
    /// @param width of one element [bytes]
    int grown(int capacity, int needed, int width) {
        int larger = Math.max(Math.max(needed, LEAST), Math.addExact(capacity, capacity >> 1));
        bytes += (long) (larger - capacity) * width;
        pageDue |= (long) larger * width > PAGE_BYTES;
        return larger;
    }

    /// Whether an array is kept for the next page when its values have become one: not if it is too large for that.
    boolean keeps(int capacity, int width) {
        boolean kept = (long) capacity * width <= PAGE_BYTES;
        if (!kept) {
            freed(capacity, width);
        }
        return kept;
    }

    /// Records that an array was released.
    void freed(int capacity, int width) {
        bytes -= (long) capacity * width;
    }
}
