package smartcity.event;

/// The five topics of the city.
public enum CityTopic {
    VEHICLE("vehicle_data"),
    GPS("gps_data"),
    TRAFFIC("traffic_data"),
    WEATHER("weather_data"),
    EMERGENCY("emergency_data");

    private final String defaultName;

    CityTopic(String defaultName) {
        this.defaultName = defaultName;
    }

    /// Name of the Kafka topic unless the environment renames it; also the title of its schema.
    public String defaultName() {
        return defaultName;
    }

    /// Environment variable that renames the Kafka topic.
    public String environmentVariable() {
        return name() + "_TOPIC";
    }

    /// Class path resource with the JSON Schema (2020-12) of the topic's values: the source of truth of the
    /// contract.
    public String schemaResource() {
        return "schemas/" + defaultName + ".schema.json";
    }
}
