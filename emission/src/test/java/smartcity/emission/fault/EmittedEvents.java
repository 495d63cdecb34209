package smartcity.emission.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import smartcity.chance.Seed;
import smartcity.event.AtmosphericConditions;
import smartcity.event.CameraSnapshot;
import smartcity.event.Carriageway;
import smartcity.event.CityTopic;
import smartcity.event.EmergencyReport;
import smartcity.event.EmergencyType;
import smartcity.event.Event;
import smartcity.event.EventId;
import smartcity.event.FuelType;
import smartcity.event.GpsFix;
import smartcity.event.IncidentStatus;
import smartcity.event.Location;
import smartcity.event.Motion;
import smartcity.event.Severity;
import smartcity.event.TrafficFlow;
import smartcity.event.TrafficReport;
import smartcity.event.VehicleTelemetry;
import smartcity.event.VehicleType;
import smartcity.event.WeatherCode;
import smartcity.event.WeatherObservation;

/// Events of devices, without faults.
final class EmittedEvents {
    static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final Seed SEED = new Seed(1);
    private static final Location OXFORD = new Location(51.738, -1.097);

    private EmittedEvents() {}

    /// A fix a second of each of some vehicles, in the order of their timestamps.
    static List<Event> fixes(int vehicles, int seconds) {
        List<Event> events = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            Instant at = START.plusSeconds(second);
            int satellites = second % 33;
            IntStream.range(0, vehicles).forEach(vehicle -> events.add(fix("vehicle-" + vehicle, at, satellites)));
        }
        return events;
    }

    static Event fix(String device, Instant at, int satellites) {
        return new GpsFix(
                EventId.of(SEED, CityTopic.GPS, device, at),
                device,
                at,
                new Motion(101.2, 312.9),
                VehicleType.CAR,
                OXFORD,
                3.2,
                satellites);
    }

    /// The event of a device of a topic at an instant.
    static Event of(CityTopic topic, Instant at) {
        return switch (topic) {
            case VEHICLE -> vehicle(at);
            case GPS -> fix("vehicle-1", at, 9);
            case TRAFFIC ->
                new TrafficReport(
                        EventId.of(SEED, topic, "rsu-1", at),
                        "rsu-1",
                        "rsu-1-N",
                        OXFORD,
                        at,
                        new CameraSnapshot(new byte[] {(byte) 0x89, 'P', 'N', 'G'}),
                        Carriageway.NORTHBOUND,
                        new TrafficFlow(31.5, 98.2, 3093, 0.094, false),
                        null);
            case WEATHER ->
                new WeatherObservation(
                        EventId.of(SEED, topic, "station-1", at),
                        "station-1",
                        OXFORD,
                        at,
                        WeatherCode.LIGHT_RAIN,
                        new AtmosphericConditions(7.4, 1.2, 18.5, 231, 93.1, 6200, 1003.2),
                        41,
                        2);
            case EMERGENCY -> emergency(at);
        };
    }

    private static Event vehicle(Instant at) {
        return new VehicleTelemetry(
                EventId.of(SEED, CityTopic.VEHICLE, "vehicle-1", at),
                "vehicle-1",
                at,
                OXFORD,
                new Motion(101.25, 312.4),
                "Ford",
                "Focus",
                2021,
                FuelType.PETROL,
                VehicleType.CAR,
                48_213.5,
                0.62,
                "M40");
    }

    private static Event emergency(Instant at) {
        return new EmergencyReport(
                EventId.of(SEED, CityTopic.EMERGENCY, "control-room", at),
                "control-room",
                EventId.from(SEED),
                EmergencyType.ACCIDENT,
                at,
                OXFORD,
                IncidentStatus.ACTIVE,
                "Two cars have collided on the M40 northbound.",
                Severity.HIGH,
                2,
                "M40",
                Carriageway.NORTHBOUND);
    }
}
