package smartcity.sink.loop;

/// What has landed of a topic since the process started.
///
/// @param records rows and dead letters
/// @param deadLetters of those
/// @param bytes of objects
/// @param lastObject key of the last object; empty before the first
/// @param goneOffsets offsets that Kafka deleted before they could land
public record TopicTotals(
        long records, long deadLetters, long objects, long bytes, String lastObject, long goneOffsets) {
    /// Nothing.
    public static final TopicTotals NONE = new TopicTotals(0, 0, 0, 0, "", 0);

    TopicTotals plus(Landing landed) {
        return new TopicTotals(
                records + landed.records,
                deadLetters + landed.refused,
                objects + landed.objects,
                bytes + landed.storedBytes,
                landed.objects == 0 ? lastObject : landed.lastKey,
                goneOffsets);
    }

    TopicTotals plusGone(long offsets) {
        return new TopicTotals(records, deadLetters, objects, bytes, lastObject, goneOffsets + offsets);
    }
}
