package smartcity.sink.operations;

import jakarta.inject.Singleton;
import java.util.function.Consumer;
import smartcity.sink.loop.LoopEvent;

/// Receives the events of the loops: writes each to the log and counts it. Any thread may call it.
@Singleton
public class LoopEvents implements Consumer<LoopEvent> {
    private final EventLog log;
    private final EventMeters meters;

    LoopEvents(OperationsConfig config, EventMeters meters) {
        this.log = new EventLog(config.logJson());
        this.meters = meters;
    }

    @Override
    public void accept(LoopEvent event) {
        log.write(event);
        meters.count(event);
    }
}
