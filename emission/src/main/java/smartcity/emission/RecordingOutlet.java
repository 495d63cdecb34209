package smartcity.emission;

import java.time.Instant;
import smartcity.emission.state.LastReports;
import smartcity.event.Event;

/// Lets events pass and notes what was told.
record RecordingOutlet(LastReports told, EventLoop.Outlet next) implements EventLoop.Outlet {
    @Override
    public void emit(Event event) throws InterruptedException {
        next.emit(event);
        told.tell(event);
    }

    @Override
    public Instant nextRelease() {
        return next.nextRelease();
    }

    @Override
    public void release(Instant now) throws InterruptedException {
        next.release(now);
    }

    @Override
    public void finish() throws InterruptedException {
        next.finish();
    }
}
