package smartcity.event;

/// The weather as a code of WMO table 4677, the subset that forecast services publish.
public enum WeatherCode implements JsonEnum {
    CLEAR(0, "Clear"),
    MAINLY_CLEAR(1, "Mainly clear"),
    PARTLY_CLOUDY(2, "Partly cloudy"),
    OVERCAST(3, "Overcast"),
    FOG(45, "Fog"),
    RIME_FOG(48, "Rime fog"),
    LIGHT_DRIZZLE(51, "Light drizzle"),
    DRIZZLE(53, "Drizzle"),
    DENSE_DRIZZLE(55, "Dense drizzle"),
    LIGHT_FREEZING_DRIZZLE(56, "Light freezing drizzle"),
    FREEZING_DRIZZLE(57, "Freezing drizzle"),
    LIGHT_RAIN(61, "Light rain"),
    RAIN(63, "Rain"),
    HEAVY_RAIN(65, "Heavy rain"),
    LIGHT_FREEZING_RAIN(66, "Light freezing rain"),
    FREEZING_RAIN(67, "Freezing rain"),
    LIGHT_SNOW(71, "Light snow"),
    SNOW(73, "Snow"),
    HEAVY_SNOW(75, "Heavy snow"),
    SNOW_GRAINS(77, "Snow grains"),
    LIGHT_SHOWERS(80, "Light showers"),
    SHOWERS(81, "Showers"),
    VIOLENT_SHOWERS(82, "Violent showers"),
    SNOW_SHOWERS(85, "Snow showers"),
    HEAVY_SNOW_SHOWERS(86, "Heavy snow showers"),
    THUNDERSTORM(95, "Thunderstorm"),
    THUNDERSTORM_WITH_HAIL(96, "Thunderstorm with hail"),
    THUNDERSTORM_WITH_HEAVY_HAIL(99, "Thunderstorm with heavy hail");

    private final int code;
    private final String jsonValue;

    WeatherCode(int code, String jsonValue) {
        this.code = code;
        this.jsonValue = jsonValue;
    }

    /// The number in WMO table 4677.
    public int code() {
        return code;
    }

    @Override
    public String jsonValue() {
        return jsonValue;
    }
}
