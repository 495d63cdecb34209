package smartcity.sink.setup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Names of the city's topics; all services of the city use the same environment variables.
@ConfigMapping(prefix = "sink.city")
public interface CityTopicNamesConfig {
    /// The topic of vehicles' telemetry.
    @WithDefault("${VEHICLE_TOPIC:vehicle_data}")
    String vehicle();

    /// The topic of GPS fixes.
    @WithDefault("${GPS_TOPIC:gps_data}")
    String gps();

    /// The topic of cameras.
    @WithDefault("${TRAFFIC_TOPIC:traffic_data}")
    String traffic();

    /// The topic of weather stations.
    @WithDefault("${WEATHER_TOPIC:weather_data}")
    String weather();

    /// The topic of incidents.
    @WithDefault("${EMERGENCY_TOPIC:emergency_data}")
    String emergency();
}
