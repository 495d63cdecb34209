package smartcity.sink.setup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What the city's topics are named; the environment variables are those of all its services.
@ConfigMapping(prefix = "sink.city")
public interface CityTopicNamesConfig {
    /// What vehicles measure of themselves.
    @WithDefault("${VEHICLE_TOPIC:vehicle_data}")
    String vehicle();

    /// Where GPS receivers say they are.
    @WithDefault("${GPS_TOPIC:gps_data}")
    String gps();

    /// What cameras see.
    @WithDefault("${TRAFFIC_TOPIC:traffic_data}")
    String traffic();

    /// What weather stations observe.
    @WithDefault("${WEATHER_TOPIC:weather_data}")
    String weather();

    /// What is reported of incidents.
    @WithDefault("${EMERGENCY_TOPIC:emergency_data}")
    String emergency();
}
