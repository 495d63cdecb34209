package smartcity.sink.operations;

import jakarta.inject.Singleton;
import java.util.function.Consumer;
import smartcity.sink.loop.LoopEvent;
import smartcity.sink.tracing.CutTracing;

/// Receives the events of the loops: writes each to the log, counts and traces it. Any thread may call it.
@Singleton
public class LoopEvents implements Consumer<LoopEvent> {
    private final EventLog log;
    private final EventMeters meters;
    private final CutTracing tracing;

    LoopEvents(OperationsConfig config, EventMeters meters, CutTracing tracing) {
        this.log = new EventLog(config.logJson());
        this.meters = meters;
        this.tracing = tracing;
    }

    @Override
    public void accept(LoopEvent event) {
        log.write(event);
        meters.count(event);
        tracing.accept(event);
    }
}
