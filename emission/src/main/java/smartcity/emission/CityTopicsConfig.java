package smartcity.emission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import smartcity.event.CityTopic;

/// The city's topics in Kafka. The environment variables `VEHICLE_TOPIC`, `GPS_TOPIC`, `TRAFFIC_TOPIC`, `WEATHER_TOPIC`
/// and `EMERGENCY_TOPIC` rename them.
@ConfigMapping(prefix = "topics")
public interface CityTopicsConfig {
    @WithDefault("${VEHICLE_TOPIC:vehicle_data}")
    String vehicle();

    @WithDefault("${GPS_TOPIC:gps_data}")
    String gps();

    @WithDefault("${TRAFFIC_TOPIC:traffic_data}")
    String traffic();

    @WithDefault("${WEATHER_TOPIC:weather_data}")
    String weather();

    @WithDefault("${EMERGENCY_TOPIC:emergency_data}")
    String emergency();

    /// The operators' commands: one partition, kept for ever, and not one of the city's events.
    @WithDefault("city_commands")
    String commands();

    /// Partitions of a topic that is created because it is missing; existing topics stay as they are.
    @WithDefault("6")
    int partitions();

    /// The name of a topic in Kafka.
    default String nameOf(CityTopic topic) {
        return switch (topic) {
            case VEHICLE -> vehicle();
            case GPS -> gps();
            case TRAFFIC -> traffic();
            case WEATHER -> weather();
            case EMERGENCY -> emergency();
        };
    }
}
