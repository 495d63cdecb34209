package smartcity.event;

import java.time.Instant;
import java.util.UUID;

/// One record of one of the five topics.
///
/// The names of the record components contain the units; the JSON property names are those of the topic's schema
/// (see [CityTopic#schemaResource()]), written by [EventJson].
public sealed interface Event permits VehicleTelemetry, GpsFix, TrafficReport, WeatherObservation, EmergencyReport {
    /// Identity of this record, see [EventId].
    UUID id();

    /// The device that reports; also the Kafka key, so that one device's events stay in order.
    String deviceId();

    /// Event time with microsecond precision; also the Kafka record timestamp.
    Instant timestamp();

    /// The topic this event belongs to.
    CityTopic topic();
}
