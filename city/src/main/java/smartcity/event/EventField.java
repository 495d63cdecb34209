package smartcity.event;

import java.nio.charset.StandardCharsets;

/// The properties of the topics' values, as their schemas name them.
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

    @SuppressWarnings("ImmutableEnumChecker") // bytes, so that a name costs one copy; nobody writes to them
    private final byte[] inJson;

    EventField(String name) {
        inJson = ("\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    /// The name in quotes and its colon; not to be written to.
    byte[] inJson() {
        return inJson;
    }
}
