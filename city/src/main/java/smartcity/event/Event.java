package smartcity.event;

import java.time.Instant;
import java.util.UUID;

/// One record of one of the five topics.
///
/// The record components bear the unit of their value; the JSON property names are those of the topic's schema
/// (see [CityTopic#schemaResource()]), written by [EventJson].
public sealed interface Event permits VehicleTelemetry, GpsFix, TrafficReport, WeatherObservation, EmergencyReport {
    /// Identity of this record, see [EventId].
    UUID id();

    /// Who measured or reported; also the Kafka key, so that one device's events stay in order.
    String deviceId();

    /// Event time with microsecond precision; also the Kafka record timestamp.
    Instant timestamp();

    /// The topic this event belongs to.
    CityTopic topic();
}
