package smartcity.event;

import java.time.Instant;
import java.util.UUID;

/// What one weather station observed at one instant.
///
/// @param deviceId the weather station
/// @param location where the station stands
/// @param code the weather in one word
/// @param atmosphere what its instruments show
/// @param airQualityIndex US EPA air quality index, 0 to 500
/// @param daqi UK Daily Air Quality Index, 1 to 10
public record WeatherObservation(
        UUID id,
        String deviceId,
        Location location,
        Instant timestamp,
        WeatherCode code,
        AtmosphericConditions atmosphere,
        int airQualityIndex,
        int daqi)
        implements Event {
    public WeatherObservation {
        EventChecks.notBlank("deviceId", deviceId);
        EventChecks.microseconds(timestamp);
        EventChecks.within("airQualityIndex", airQualityIndex, 0, 500);
        EventChecks.within("daqi", daqi, 1, 10);
    }

    @Override
    public CityTopic topic() {
        return CityTopic.WEATHER;
    }
}
