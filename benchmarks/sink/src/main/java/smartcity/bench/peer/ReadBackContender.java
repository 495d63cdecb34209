package smartcity.bench.peer;

import java.util.Optional;
import smartcity.bench.drain.DrainContender;
import smartcity.bench.drain.DrainTask;
import smartcity.bench.drain.DrainTimes;
import smartcity.bench.drain.LandedData;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.ChildProgram;
import smartcity.local.child.LaunchException;

/// The sink, whose objects are read by Spark after the first drain and compared with the topic, field by field. The
/// clock does not run then.
public final class ReadBackContender implements DrainContender {
    private final DrainContender sink;
    private final PeerJob spark;
    private boolean done;

    public ReadBackContender(DrainContender sink, PeerJob spark) {
        this.sink = sink;
        this.spark = spark;
    }

    @Override
    public String name() {
        return sink.name();
    }

    @Override
    public String description() {
        return sink.description();
    }

    @Override
    public Optional<String> obstacle() {
        return sink.obstacle();
    }

    @Override
    public ChildProgram program(DrainTask drain) {
        return sink.program(drain);
    }

    @Override
    public DrainTimes await(ChildProcess child, DrainTask drain) {
        return sink.await(child, drain);
    }

    @Override
    public LandedData landed(ChildProcess child, DrainTask drain) {
        if (!done) {
            requireEqual(drain);
            done = true;
        }
        return sink.landed(child, drain);
    }

    private void requireEqual(DrainTask drain) {
        ChildProgram program = spark.program(drain);
        ChildProcess reader =
                drain.cluster().start(new ChildProgram("read-back", program.command(), program.environment()));
        try {
            DrainLogLines.atEnd(reader, drain);
            long equal = DrainLogLines.value(reader, "equal").orElse(0L);
            if (equal != drain.backlog().records()) {
                throw new LaunchException(
                        "Spark reads only " + equal + " rows of the sink's objects that equal their records");
            }
        } finally {
            reader.kill();
        }
    }
}
