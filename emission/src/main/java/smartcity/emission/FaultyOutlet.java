package smartcity.emission;

import java.time.Instant;
import java.util.List;
import smartcity.emission.fault.FaultInjector;
import smartcity.emission.fault.FaultSchedule;
import smartcity.emission.fault.OutgoingRecord;
import smartcity.event.Event;

/// Lets faults strike the events on their way to Kafka. What is held at the end leaves then: only what a fault says is
/// lost.
final class FaultyOutlet implements EventLoop.Outlet {
    /// Takes a record; may block until there is room for it.
    @FunctionalInterface
    interface Sender {
        void send(OutgoingRecord delivery) throws InterruptedException;
    }

    private final FaultInjector faults;
    private final FaultSchedule schedule;
    private final Sender sender;

    FaultyOutlet(FaultInjector faults, FaultSchedule schedule, Sender sender) {
        this.faults = faults;
        this.schedule = schedule;
        this.sender = sender;
    }

    @Override
    public void emit(Event event) throws InterruptedException {
        release(event.timestamp());
        faults.follow(schedule.at(event.timestamp()));
        send(faults.pass(event));
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

    private void send(List<OutgoingRecord> deliveries) throws InterruptedException {
        for (OutgoingRecord delivery : deliveries) {
            sender.send(delivery);
        }
    }
}
