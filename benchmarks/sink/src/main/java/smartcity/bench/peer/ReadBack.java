package smartcity.bench.peer;

import java.util.Optional;
import smartcity.bench.drain.Contender;
import smartcity.bench.drain.Drain;
import smartcity.bench.drain.Landed;
import smartcity.bench.drain.Marks;
import smartcity.local.child.Child;
import smartcity.local.child.LaunchException;
import smartcity.local.child.Program;

/// The sink, whose objects are read by Spark after the first drain and compared with the topic, field by field. The
/// clock does not run then.
public final class ReadBack implements Contender {
    private final Contender sink;
    private final Job spark;
    private boolean done;

    public ReadBack(Contender sink, Job spark) {
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
    public Program program(Drain drain) {
        return sink.program(drain);
    }

    @Override
    public Marks await(Child child, Drain drain) {
        return sink.await(child, drain);
    }

    @Override
    public Landed landed(Child child, Drain drain) {
        if (!done) {
            requireEqual(drain);
            done = true;
        }
        return sink.landed(child, drain);
    }

    private void requireEqual(Drain drain) {
        Program program = spark.program(drain);
        Child reader = drain.site().start(new Program("read-back", program.command(), program.environment()));
        try {
            Remarks.atEnd(reader, drain);
            long equal = Remarks.value(reader, "equal").orElse(0L);
            if (equal != drain.backlog().records()) {
                throw new LaunchException(
                        "Spark reads only " + equal + " rows of the sink's objects that equal their records");
            }
        } finally {
            reader.kill();
        }
    }
}
