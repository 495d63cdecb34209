package smartcity.event;

import java.time.Instant;
import java.util.UUID;

/// The observation of one weather station at one instant.
///
/// @param deviceId the weather station
/// @param location place of the station
/// @param code the weather as a WMO code
/// @param atmosphere the values of its instruments
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
