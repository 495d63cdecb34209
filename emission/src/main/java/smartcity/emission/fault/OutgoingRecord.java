package smartcity.emission.fault;

import java.util.List;
import java.util.stream.Stream;
import smartcity.event.Event;

/// A record as it leaves. Immutable as long as nobody writes into its value.
public final class OutgoingRecord {
    private final Event event;
    private final byte[] value;
    private final List<String> faults;

    /// @param event whose key, timestamp and id the record bears
    /// @param value what the record says: the event as JSON, damaged perhaps; not copied
    /// @param faults what was done to it, each as `kind` or `kind;detail`
    public OutgoingRecord(Event event, byte[] value, List<String> faults) {
        this.event = event;
        this.value = value;
        this.faults = List.copyOf(faults);
    }

    /// Whose key, timestamp and id the record bears.
    public Event event() {
        return event;
    }

    /// What the record says; not a copy.
    public byte[] value() {
        return value;
    }

    /// What was done to the record, each as `kind` or `kind;detail`; empty for one that is as it should be.
    public List<String> faults() {
        return faults;
    }

    OutgoingRecord with(String fault) {
        return new OutgoingRecord(
                event, value, Stream.concat(faults.stream(), Stream.of(fault)).toList());
    }
}
