package smartcity.emission.loop;

import java.time.Instant;
import smartcity.emission.state.LastReports;
import smartcity.event.Event;

/// Emits events by the next outlet and records them as the last reports of their devices.
public record RecordingOutlet(LastReports reports, EventOutlet next) implements EventOutlet {
    @Override
    public void emit(Event event) throws InterruptedException {
        next.emit(event);
        reports.record(event);
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
