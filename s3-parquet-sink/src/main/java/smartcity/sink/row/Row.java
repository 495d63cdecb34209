package smartcity.sink.row;

import java.util.Arrays;
import smartcity.sink.schema.EpochUnit;
import smartcity.sink.schema.EventTime;

/// One record as primitives in numbered slots, filled and read again and again without a new object.
///
/// A slot is addressed by `frame + column.slot()`. The record itself is frame 0; each element of a list or map
/// has a frame of its own, one chained to the next. Text and bytes are not copied where they can be used as
/// they are in the record's value; decoded ones are in a scratch array. For one thread; a row's
/// content ends with the next [#reset].
public final class Row {
    private static final byte ABSENT = 0;
    private static final byte NULL = 1;
    private static final byte VALUE = 2;
    private static final byte IN_SCRATCH = 3;

    private final int slots;
    private long[] values = new long[64];
    private byte[] states = new byte[64];
    private int top;
    private byte[] input = new byte[0];
    private byte[] scratch = new byte[1024];
    private int scratchTop;
    private long eventMicros;
    private long checksum;

    /// @param slots size of the record's frame
    public Row(int slots) {
        this.slots = slots;
        reserve(slots);
    }

    /// Forgets everything and takes `source` as the array that [#putBytes] refers to.
    public void reset(byte[] source) {
        Arrays.fill(states, 0, top, ABSENT);
        input = source;
        scratchTop = 0;
        top = 0;
        reserve(slots);
    }

    /// Reserves the frame of one element behind all others and returns it; its first slot chains the elements.
    public int newFrame(int slots) {
        int frame = top;
        reserve(slots + 1);
        return frame + 1;
    }

    private void reserve(int slots) {
        int needed = top + slots;
        if (needed > values.length) {
            values = Arrays.copyOf(values, Math.max(needed, 2 * values.length));
            states = Arrays.copyOf(states, values.length);
        }
        top = needed;
    }

    /// Chains the element frame `next` behind the element frame `frame`.
    public void chain(int frame, int next) {
        values[frame - 1] = next;
    }

    /// The element frame behind `frame`; only when there is one.
    public int next(int frame) {
        return (int) values[frame - 1];
    }

    public void putNull(int slot) {
        states[slot] = NULL;
    }

    /// Sets what is kept as a long ([smartcity.sink.schema.ColumnType]), or that a group is there.
    public void putLong(int slot, long value) {
        states[slot] = VALUE;
        values[slot] = value;
    }

    /// Sets a list or map of `count` elements whose first is in `firstFrame`.
    public void putList(int slot, int firstFrame, int count) {
        putLong(slot, (long) firstFrame << 32 | count);
    }

    /// Sets bytes of the source array.
    public void putBytes(int slot, int offset, int length) {
        putLong(slot, (long) offset << 32 | length);
    }

    /// Sets bytes that were appended to the scratch array.
    public void putScratch(int slot, int offset, int length) {
        putBytes(slot, offset, length);
        states[slot] = IN_SCRATCH;
    }

    /// Makes room for `length` more bytes in the scratch array and returns where they start; the array
    /// is [#scratch()] after the call.
    public int growScratch(int length) {
        int offset = scratchTop;
        int needed = scratchTop + length;
        if (needed > scratch.length) {
            scratch = Arrays.copyOf(scratch, Math.max(needed, 2 * scratch.length));
        }
        scratchTop = needed;
        return offset;
    }

    /// Appends bytes to the scratch array and sets them.
    public void putCopy(int slot, byte[] source, int offset, int length) {
        int to = growScratch(length);
        System.arraycopy(source, offset, scratch, to, length);
        putScratch(slot, to, length);
    }

    /// Gives back scratch bytes from `offset` on.
    public void trimScratch(int offset) {
        scratchTop = offset;
    }

    public byte[] scratch() {
        return scratch;
    }

    /// Whether the property appeared at all, as a value or as null.
    public boolean seen(int slot) {
        return states[slot] != ABSENT;
    }

    /// Whether there is a value.
    public boolean has(int slot) {
        return states[slot] >= VALUE;
    }

    /// Fixes when the event happened, once the record is read.
    ///
    /// @param kafkaMillis Kafka's timestamp of the record, which is the event time of rows that have no other
    /// @return why the row has no event time, or that it has one
    public ConversionResult putEventTime(EventTime from, long kafkaMillis) {
        if (from instanceof EventTime.OfFields fields) {
            return new EventTimeFields(this, fields).put(kafkaMillis);
        }
        eventMicros = from instanceof EventTime.OfColumn(int slot, EpochUnit unit) && has(slot)
                ? unit.toMicros(values[slot])
                : EpochUnit.MILLIS.toMicros(kafkaMillis);
        return ConversionResult.ACCEPTED;
    }

    void putEventMicros(long micros) {
        eventMicros = micros;
    }

    /// When the event happened [microseconds since 1970-01-01T00:00Z]; only after [#putEventTime].
    public long eventMicros() {
        return eventMicros;
    }

    /// States the checksum of the record that the row was made of.
    public void putChecksum(long checksum) {
        this.checksum = checksum;
    }

    /// The checksum of the record that the row was made of; only after [#putChecksum].
    public long checksum() {
        return checksum;
    }

    public long longAt(int slot) {
        return values[slot];
    }

    public double doubleAt(int slot) {
        return Double.longBitsToDouble(values[slot]);
    }

    /// Elements of a list or map.
    public int count(int slot) {
        return (int) values[slot];
    }

    /// Frame of the first element of a list or map; only when it has one.
    public int firstFrame(int slot) {
        return (int) (values[slot] >> 32);
    }

    /// The array that holds the bytes of this slot.
    public byte[] bytes(int slot) {
        return states[slot] == IN_SCRATCH ? scratch : input;
    }

    /// Where the bytes start in [#bytes].
    public int offset(int slot) {
        return (int) (values[slot] >> 32);
    }

    /// How many bytes there are.
    public int length(int slot) {
        return (int) values[slot];
    }
}
