package smartcity.sink.parquet;

import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;

/// Where the values of a column are missing or repeated (Dremel's levels), until they become a page. While none is,
/// only their number is kept.
final class LevelValues {
    private final int maxRepetition;
    private final int maxDefinition;
    private final ColumnAllocation allocation;
    private byte[] repetitions = new byte[0];
    private byte[] definitions = new byte[0];
    private boolean uniform = true;
    private int count;

    LevelValues(int maxRepetition, int maxDefinition, ColumnAllocation allocation) {
        this.maxRepetition = maxRepetition;
        this.maxDefinition = maxDefinition;
        this.allocation = allocation;
    }

    void add(int repetition, int definition) {
        if (uniform) {
            if (repetition == 0 && definition == maxDefinition) {
                count++;
                return;
            }
            uniform = false;
            reserve(count + 1);
            Arrays.fill(repetitions, 0, count, (byte) 0);
            Arrays.fill(definitions, 0, count, (byte) maxDefinition);
        }
        reserve(count + 1);
        repetitions[count] = (byte) repetition;
        definitions[count++] = (byte) definition;
    }

    private void reserve(int needed) {
        if (needed > definitions.length) {
            int length = allocation.grown(definitions.length, needed, 2 * Byte.BYTES);
            repetitions = Arrays.copyOf(repetitions, length);
            definitions = Arrays.copyOf(definitions, length);
        }
    }

    /// Values and nulls.
    int count() {
        return count;
    }

    BytesInput repetitions(RunLengthEncoder runs) {
        if (maxRepetition == 0) {
            return BytesInput.empty();
        }
        int width = BytesUtils.getWidthFromMaxInt(maxRepetition);
        return uniform ? runs.repeat(0, count, width) : runs.encode(repetitions, count, width);
    }

    BytesInput definitions(RunLengthEncoder runs) {
        if (maxDefinition == 0) {
            return BytesInput.empty();
        }
        int width = BytesUtils.getWidthFromMaxInt(maxDefinition);
        return uniform ? runs.repeat(maxDefinition, count, width) : runs.encode(definitions, count, width);
    }

    void clear() {
        count = 0;
        uniform = true;
        if (!allocation.keeps(definitions.length, 2 * Byte.BYTES)) {
            repetitions = new byte[0];
            definitions = new byte[0];
        }
    }
}
