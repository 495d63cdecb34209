package smartcity.sink.json;

import java.util.Arrays;
import smartcity.sink.row.Row;

/// Refuses maps in which a key occurs twice, as either value could be meant. It sorts the keys, so that no choice of
/// keys can make it slow.
final class MapKeys {
    private final Row row;
    private int[] frames = new int[16];

    MapKeys(Row row) {
        this.row = row;
    }

    /// Refuses the field if two entries have the same key. Each entry has its key in the first slot of its frame.
    void mustDiffer(int firstFrame, int count) throws BrokenRecordException {
        if (count < 2) {
            return;
        }
        if (frames.length < count) {
            frames = new int[Math.max(count, 2 * frames.length)];
        }
        frames[0] = firstFrame;
        for (int i = 1; i < count; i++) {
            frames[i] = row.next(frames[i - 1]);
        }
        sort(count);
        for (int i = 1; i < count; i++) {
            int frame = frames[i];
            if (compare(frames[i - 1], frame) == 0) {
                throw BrokenRecordException.field("must have each key once but had \""
                        + JsonCursor.shown(row.bytes(frame), row.offset(frame), row.length(frame)) + "\" twice");
            }
        }
    }

    /// Heap sort.
    private void sort(int count) {
        for (int i = count / 2 - 1; i >= 0; i--) {
            sink(i, count);
        }
        for (int last = count - 1; last > 0; last--) {
            int largest = frames[0];
            frames[0] = frames[last];
            frames[last] = largest;
            sink(0, last);
        }
    }

    private void sink(int from, int end) {
        int at = from;
        int sinking = frames[at];
        for (int child = 2 * at + 1; child < end; child = 2 * at + 1) {
            if (child + 1 < end && compare(frames[child], frames[child + 1]) < 0) {
                child++;
            }
            if (compare(sinking, frames[child]) >= 0) {
                break;
            }
            frames[at] = frames[child];
            at = child;
        }
        frames[at] = sinking;
    }

    private int compare(int left, int right) {
        return Arrays.compare(
                row.bytes(left),
                row.offset(left),
                row.offset(left) + row.length(left),
                row.bytes(right),
                row.offset(right),
                row.offset(right) + row.length(right));
    }
}
