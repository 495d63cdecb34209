package smartcity.emission.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import smartcity.chance.Seed;
import smartcity.event.Carriageway;
import smartcity.event.CityTopic;
import smartcity.event.EmergencyReport;
import smartcity.event.EmergencyType;
import smartcity.event.Event;
import smartcity.event.EventId;
import smartcity.event.EventSource;
import smartcity.event.IncidentStatus;
import smartcity.event.Location;
import smartcity.event.Severity;

/// One device that reports at a fixed interval.
public final class FixedIntervalSource implements EventSource {
    private static final Seed SEED = new Seed(1);

    private final String deviceId;
    private final Duration interval;
    private Instant due;

    public FixedIntervalSource(String deviceId, Instant first, Duration interval) {
        this.deviceId = deviceId;
        this.due = first;
        this.interval = interval;
    }

    @Override
    public Instant nextDue() {
        return due;
    }

    @Override
    public List<Event> next() {
        Instant at = due;
        due = due.plus(interval);
        return List.of(new EmergencyReport(
                EventId.of(SEED, CityTopic.EMERGENCY, deviceId, at),
                deviceId,
                EventId.from(SEED),
                EmergencyType.MEDICAL,
                at,
                new Location(51.738, -1.097),
                IncidentStatus.ACTIVE,
                "A driver is unwell.",
                Severity.LOW,
                0,
                "M40",
                Carriageway.NORTHBOUND));
    }
}
