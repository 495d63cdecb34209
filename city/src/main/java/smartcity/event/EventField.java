package smartcity.event;

import java.nio.charset.StandardCharsets;

/// The properties of the topics' values, with their names in the schemas.
enum EventField {
    ID("id"),
    DEVICE_ID("deviceId"),
    TIMESTAMP("timestamp"),
    LOCATION("location"),
    LATITUDE("latitude"),
    LONGITUDE("longitude"),
    SPEED("speed"),
    DIRECTION("direction"),
    HEADING("heading"),
    MAKE("make"),
    MODEL("model"),
    YEAR("year"),
    FUEL_TYPE("fuelType"),
    VEHICLE_TYPE("vehicleType"),
    ODOMETER("odometer"),
    ENERGY_LEVEL("energyLevel"),
    ROAD("road"),
    ACCURACY("accuracy"),
    SATELLITES("satellites"),
    CAMERA_ID("cameraId"),
    SNAPSHOT("snapshot"),
    CARRIAGEWAY("carriageway"),
    TRAFFIC_DENSITY("trafficDensity"),
    AVERAGE_SPEED("averageSpeed"),
    INTENSITY("intensity"),
    OCCUPANCY("occupancy"),
    CONGESTED("congested"),
    VEHICLE_ID("vehicleId"),
    TEMPERATURE("temperature"),
    WEATHER_CONDITION("weatherCondition"),
    WEATHER_CODE("weatherCode"),
    PRECIPITATION("precipitation"),
    WIND_SPEED("windSpeed"),
    WIND_DIRECTION("windDirection"),
    HUMIDITY("humidity"),
    AIR_QUALITY_INDEX("airQualityIndex"),
    DAQI("daqi"),
    VISIBILITY("visibility"),
    PRESSURE("pressure"),
    INCIDENT_ID("incidentId"),
    TYPE("type"),
    STATUS("status"),
    DESCRIPTION("description"),
    SEVERITY("severity"),
    LANES_CLOSED("lanesClosed");

    @SuppressWarnings("ImmutableEnumChecker") // bytes, so that a name costs one copy; never changed
    private final byte[] inJson;

    EventField(String name) {
        inJson = ("\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    /// The name in quotes, with its colon; callers must not change the array.
    byte[] inJson() {
        return inJson;
    }
}
