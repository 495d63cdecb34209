package smartcity.bench.peer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.AppInfoParser;
import smartcity.bench.backlog.Backlog;
import smartcity.bench.drain.Contender;
import smartcity.bench.drain.Drain;
import smartcity.bench.drain.Landed;
import smartcity.bench.drain.Marks;
import smartcity.local.child.Child;
import smartcity.local.child.Jvm;
import smartcity.local.child.Program;

/// The ceiling: a loop that polls and counts.
public final class Bare implements Contender {
    @Override
    public String name() {
        return "bare";
    }

    @Override
    public String description() {
        return "KafkaConsumer " + AppInfoParser.getVersion() + " that only counts, -Xmx256m: the ceiling";
    }

    @Override
    public Optional<String> obstacle() {
        return Optional.empty();
    }

    @Override
    public Program program(Drain drain) {
        List<String> main = List.of(
                "-cp",
                System.getProperty("java.class.path"),
                BareLoop.class.getName(),
                drain.site().infra().bootstrapServers(),
                Backlog.TOPIC);
        return Jvm.program(drain.name(), List.of("-Xmx256m"), main, Map.of());
    }

    @Override
    public Marks await(Child child, Drain drain) {
        return Remarks.atEnd(child, drain);
    }

    @Override
    public Landed landed(Child child, Drain drain) {
        long records = Remarks.value(child, "records").orElse(0L);
        return new Landed(records, records, 0, 0);
    }
}
