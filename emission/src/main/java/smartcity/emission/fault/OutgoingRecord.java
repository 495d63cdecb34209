package smartcity.emission.fault;

import java.util.List;
import java.util.stream.Stream;
import smartcity.event.Event;

/// A record to be sent. Immutable as long as nobody writes into its value.
public final class OutgoingRecord {
    private final Event event;
    private final byte[] value;
    private final List<String> faults;

    /// @param event has the key, the timestamp and the id of the record
    /// @param value the event as JSON, perhaps corrupted; not copied
    /// @param faults its faults, each as `kind` or `kind;detail`
    public OutgoingRecord(Event event, byte[] value, List<String> faults) {
        this.event = event;
        this.value = value;
        this.faults = List.copyOf(faults);
    }

    /// Has the key, the timestamp and the id of the record.
    public Event event() {
        return event;
    }

    /// The event as JSON, perhaps corrupted; not a copy.
    public byte[] value() {
        return value;
    }

    /// The faults of the record, each as `kind` or `kind;detail`; empty without any.
    public List<String> faults() {
        return faults;
    }

    /// The same record with one fault more.
    OutgoingRecord with(String fault) {
        return new OutgoingRecord(
                event, value, Stream.concat(faults.stream(), Stream.of(fault)).toList());
    }
}
