package smartcity.emission;

import java.time.Instant;
import smartcity.emission.fault.FaultSchedule;
import smartcity.event.Event;

/// Lets events pass as they are, without the work that faults make, until some are ordered for the first time.
record DirectOutlet(EventLoop.Outlet sound, EventLoop.Outlet faulty, FaultSchedule schedule)
        implements EventLoop.Outlet {
    private EventLoop.Outlet now() {
        return schedule.ever() ? faulty : sound;
    }

    @Override
    public void emit(Event event) throws InterruptedException {
        now().emit(event);
    }

    @Override
    public Instant nextRelease() {
        return now().nextRelease();
    }

    @Override
    public void release(Instant now) throws InterruptedException {
        now().release(now);
    }

    @Override
    public void finish() throws InterruptedException {
        now().finish();
    }
}
