package smartcity.emission.loop;

import java.time.Instant;
import java.util.List;
import smartcity.emission.fault.FaultInjector;
import smartcity.emission.fault.FaultSchedule;
import smartcity.emission.fault.OutgoingRecord;
import smartcity.event.Event;

/// Applies faults to events on their way to Kafka. Records that are held at the end are emitted then: only faults lose
/// records.
public final class FaultyOutlet implements EventOutlet {
    /// Takes a record; may block until there is room for it.
    @FunctionalInterface
    public interface RecordSender {
        void send(OutgoingRecord record) throws InterruptedException;
    }

    private final FaultInjector faults;
    private final FaultSchedule schedule;
    private final RecordSender sender;

    public FaultyOutlet(FaultInjector faults, FaultSchedule schedule, RecordSender sender) {
        this.faults = faults;
        this.schedule = schedule;
        this.sender = sender;
    }

    @Override
    public void emit(Event event) throws InterruptedException {
        release(event.timestamp());
        faults.setRates(schedule.at(event.timestamp()));
        send(faults.apply(event));
    }

    @Override
    public Instant nextRelease() {
        return faults.nextRelease();
    }

    @Override
    public void release(Instant now) throws InterruptedException {
        send(faults.releasedUntil(now));
    }

    @Override
    public void finish() throws InterruptedException {
        send(faults.releasedAll());
    }

    private void send(List<OutgoingRecord> records) throws InterruptedException {
        for (OutgoingRecord record : records) {
            sender.send(record);
        }
    }
}
