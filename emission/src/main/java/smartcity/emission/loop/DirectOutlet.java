package smartcity.emission.loop;

import java.time.Instant;
import smartcity.emission.fault.FaultSchedule;
import smartcity.event.Event;

/// Emits events without the work that faults make, until a schedule has faults for the first time.
///
/// @param direct emits events as they are
/// @param faulty applies faults
public record DirectOutlet(EventOutlet direct, EventOutlet faulty, FaultSchedule schedule) implements EventOutlet {
    private EventOutlet current() {
        return schedule.everHadFaults() ? faulty : direct;
    }

    @Override
    public void emit(Event event) throws InterruptedException {
        current().emit(event);
    }

    @Override
    public Instant nextRelease() {
        return current().nextRelease();
    }

    @Override
    public void release(Instant now) throws InterruptedException {
        current().release(now);
    }

    @Override
    public void finish() throws InterruptedException {
        current().finish();
    }
}
