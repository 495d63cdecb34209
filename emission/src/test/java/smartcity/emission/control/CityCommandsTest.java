package smartcity.emission.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;
import smartcity.emission.fault.FaultKind;
import smartcity.emission.fault.FaultRates;
import smartcity.time.SimulatedTime;

class CityCommandsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final String CITY = "1/live/live";

    private final MutableClock clock = MutableClock.of(NOW, ZoneOffset.UTC);
    private final ListedLog log = new ListedLog();
    private final List<CityCommand> carriedOut = new ArrayList<>();
    private final CityCommands commands =
            new CityCommands(CITY, log, new SimulatedTime(NOW, NOW, 60), clock, List.of(new RecordingHandler()));

    @Test
    void takeEffectHalfASecondAfterTheyAreIssued() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("factor", 10);

        CommandReceipt receipt = commands.issue("factor", body);

        assertThat(receipt.effectiveAt()).isEqualTo(NOW.plusMillis(500));
        assertThat(receipt.simulatedAt()).isEqualTo(NOW.plusSeconds(30));
        assertThat(CityCommand.read(log.values.getFirst()))
                .contains(new CityCommand(
                        receipt.id(), CITY, "factor", receipt.effectiveAt(), receipt.simulatedAt(), body));
    }

    @Test
    void areCarriedOutByTheHandlersOfTheirKind() {
        CityCommand known = command(CITY, "factor", NOW);
        CityCommand other = command(CITY, "interval", NOW);
        log.add(known, other);

        commands.follow();

        assertThat(carriedOut).containsExactly(known);
        assertThat(commands.status(0, 100))
                .isEqualTo(new CommandsStatus(true, 0, 0, 2, 0, null, List.of(known, other)));
    }

    @Test
    void ofOtherCitiesAreIgnored() {
        log.add(command("2/live/live", "factor", NOW));

        commands.follow();

        assertThat(carriedOut).isEmpty();
        assertThat(commands.status(0, 100)).isEqualTo(new CommandsStatus(true, 0, 0, 0, 0, null, List.of()));
    }

    @Test
    void areCountedAsBrokenWhenNobodyCanReadThemOrTheirHandlerRefuses() {
        log.values.add("{".getBytes(StandardCharsets.UTF_8));
        log.add(command(CITY, "refused", NOW));

        commands.follow();

        assertThat(commands.status(0, 100)).isEqualTo(new CommandsStatus(true, 0, 2, 0, 0, null, List.of()));
    }

    @Test
    void areCountedAsLateWhenReceivedAfterTheyTookEffect() {
        CityCommand late = command(CITY, "factor", NOW.minusMillis(1));
        CityCommand onTime = command(CITY, "factor", NOW.plusMillis(1));
        log.read = true;
        log.add(late, onTime);

        commands.follow();

        assertThat(carriedOut).containsExactly(late, onTime);
        assertThat(commands.status(0, 100))
                .isEqualTo(new CommandsStatus(true, 1, 0, 2, 0, null, List.of(late, onTime)));
    }

    @Test
    void areShownInParts() {
        CityCommand first = command(CITY, "interval", NOW);
        CityCommand second = command(CITY, "interval", NOW);
        CityCommand third = command(CITY, "interval", NOW);
        log.add(first, second, third);
        commands.follow();

        CommandsStatus begin = commands.status(0, 2);
        CommandsStatus rest = commands.status(2, 2);
        CommandsStatus behind = commands.status(9, 2);

        assertThat(begin).isEqualTo(new CommandsStatus(true, 0, 0, 3, 0, 2L, List.of(first, second)));
        assertThat(rest).isEqualTo(new CommandsStatus(true, 0, 0, 3, 2, null, List.of(third)));
        assertThat(behind).isEqualTo(new CommandsStatus(true, 0, 0, 3, 3, null, List.of()));
    }

    @Test
    void areCarriedOutInTimeHoweverManyThereAre() {
        FaultRates none = new FaultRates(Map.of(), Duration.ofSeconds(1), Duration.ofSeconds(1));
        FaultCommands faults = new FaultCommands(none, "weather-simulator");
        CityCommands many = new CityCommands(CITY, log, new SimulatedTime(NOW, NOW, 60), clock, List.of(faults));
        int count = 200_000;
        for (int i = 0; i < count; i++) {
            FaultRequest request =
                    new FaultRequest(Map.of(FaultKind.LATE, i / (double) count), Optional.empty(), Optional.empty());
            log.add(new CityCommand(
                    UUID.randomUUID(), CITY, FaultCommands.KIND, NOW, NOW.plusSeconds(i), faults.body(request)));
        }

        assertTimeoutPreemptively(Duration.ofSeconds(20), many::follow);

        CommandsStatus status = many.status(0, 1);
        assertThat(status.received()).isEqualTo(count);
        assertThat(status.from()).isEqualTo(190_000);
        assertThat(faults.schedule().at(NOW.plusSeconds(100_000)).of(FaultKind.LATE))
                .isEqualTo(0.5);
    }

    @Test
    void areNotAwaitedOnceStopped() throws InterruptedException {
        boolean stopped = commands.awaitEarlier(() -> true);
        log.read = true;

        assertThat(stopped).isFalse();
        assertThat(commands.awaitEarlier(() -> false)).isTrue();
    }

    private static CityCommand command(String city, String kind, Instant effectiveAt) {
        return new CityCommand(UUID.randomUUID(), city, kind, effectiveAt, NOW, JsonNodeFactory.instance.objectNode());
    }

    private final class RecordingHandler implements CommandHandler {
        @Override
        public Set<String> kinds() {
            return Set.of("factor", "refused");
        }

        @Override
        public void carryOut(CityCommand command) {
            if (command.kind().equals("refused")) {
                throw new IllegalArgumentException("factor must be a number but was absent");
            }
            carriedOut.add(command);
        }
    }

    /// A log in memory, which is read when its end is reached.
    private static final class ListedLog implements CommandLog {
        final List<byte[]> values = new ArrayList<>();
        boolean read;

        void add(CityCommand... commands) {
            List.of(commands).forEach(command -> values.add(command.encoded()));
        }

        @Override
        public void follow(Consumer<byte[]> reader) {
            values.forEach(reader);
            read = true;
        }

        @Override
        public boolean isRead() {
            return read;
        }

        @Override
        public boolean awaitRead(Duration timeout) {
            return read;
        }

        @Override
        public void write(byte[] value) {
            values.add(value);
        }

        @Override
        public void close() {}
    }
}
