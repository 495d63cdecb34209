package smartcity.emission.coupling;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import smartcity.disturbance.Disturbances;
import smartcity.disturbance.ReportedDisturbances;
import smartcity.event.EventReader;
import smartcity.road.Road;

/// The reports of weather and incidents that a simulator has received, and the disturbances that follow from them. Safe
/// for use by several threads.
public final class ReceivedReports {
    private final ReportedDisturbances disturbances;
    private final EventReader reader = new EventReader();
    private final LongAdder received = new LongAdder();
    private final LongAdder broken = new LongAdder();

    /// @param delay simulated, from the time of a report until it is in effect
    public ReceivedReports(Road road, Duration delay) {
        this.disturbances = new ReportedDisturbances(road, delay);
    }

    /// The weather and the lane closures in effect; changes as reports are received.
    public Disturbances disturbances() {
        return disturbances;
    }

    /// Receives a record of weather_data.
    ///
    /// @param value null for a record without one
    public void receiveWeather(byte @Nullable [] value) {
        receive(value == null ? Optional.empty() : reader.observation(value), disturbances::add);
    }

    /// Receives a record of emergency_data.
    ///
    /// @param value null for a record without one
    public void receiveIncident(byte @Nullable [] value) {
        receive(value == null ? Optional.empty() : reader.report(value), disturbances::add);
    }

    private <R> void receive(Optional<R> report, Consumer<R> target) {
        report.ifPresent(target);
        (report.isPresent() ? received : broken).increment();
    }

    /// What has been received.
    ///
    /// @param incompleteMinutes simulated minutes begun before all reports in effect were received
    public CouplingStatus status(long incompleteMinutes) {
        return new CouplingStatus(received.sum(), broken.sum(), disturbances.late(), incompleteMinutes);
    }
}
