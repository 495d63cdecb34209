package smartcity.bench.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import smartcity.event.Event;
import smartcity.event.EventJson;
import smartcity.vehicle.fleet.Fleet;

/// How much one thread of this process does in a second: the world alone, and the encoding of its events.
final class SingleThreadRates {
    private final FleetWorkload workload;
    private final Duration round;
    private final Fleet fleet;
    private final EventJson json = new EventJson();
    private final List<Event> sample = new ArrayList<>();

    /// The last events: reachable, so that the compiler cannot remove their computation.
    private List<Event> latest = List.of();

    private byte[] encoded = {};

    /// Puts the fleet on the road and warms up compiler and traffic.
    ///
    /// @param warmUp duration of each kind of work before any measurement
    /// @param round duration of a measurement
    SingleThreadRates(FleetWorkload workload, Duration warmUp, Duration round) {
        this.workload = workload;
        this.round = round;
        fleet = workload.fleet();
        ThreadRate.of(this::update, warmUp);
        for (int vehicle = 0; vehicle < 2 * workload.vehicles(); vehicle++) {
            sample.addAll(fleet.next());
        }
        ThreadRate.of(this::encode, warmUp);
    }

    /// World updates: a vehicle is moved to its next instant, and both events that it then emits are made.
    ThreadRate updates() {
        return ThreadRate.of(this::update, round);
    }

    /// Events turned to JSON.
    ThreadRate encodings() {
        return ThreadRate.of(this::encode, round);
    }

    /// The last events.
    List<Event> latest() {
        return latest;
    }

    /// The last encoding.
    byte[] encoded() {
        return encoded;
    }

    /// Mean size of an event in JSON [bytes].
    double meanBytes() {
        return sample.stream()
                .mapToInt(event -> json.encode(event).length)
                .average()
                .orElseThrow();
    }

    /// Writes two reports of every vehicle, an event a line.
    void write(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (Event event : sample) {
                out.write(json.encode(event));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to write " + file, e);
        }
    }

    private long update() {
        for (int vehicle = 0; vehicle < workload.vehicles(); vehicle++) {
            latest = fleet.next();
        }
        return workload.vehicles();
    }

    private long encode() {
        for (Event event : sample) {
            encoded = json.encode(event);
        }
        return sample.size();
    }
}
