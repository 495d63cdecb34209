package smartcity.sink;

/// Records as the simulators write them.
final class TestRecords {
    private TestRecords() {}

    static String gps(int i) {
        return """
                {"id":"00000000-0000-4000-8000-%012d","deviceId":"vehicle-%d","timestamp":"2026-11-23T%02d:00:00.%06dZ",
                "speed":88.5,"direction":"NW","heading":311.25,"vehicleType":"Car",
                "location":{"latitude":51.%d,"longitude":-0.5},"accuracy":3.5,"satellites":11}""".formatted(i, i % 500, i % 24, i, i);
    }

    static String weather(int i) {
        return """
                {"id":"00000000-0000-4000-8000-%012d","deviceId":"station-%d","location":{"latitude":51.5,"longitude":-0.12},
                "timestamp":"2026-11-23T%02d:00:00.%06dZ","temperature":%d.5,"weatherCondition":"Light rain","weatherCode":61,
                "precipitation":0.4,"windSpeed":12.25,"windDirection":270,"humidity":81,"airQualityIndex":42,"daqi":2,
                "visibility":9000.0,"pressure":1013.25}""".formatted(i, i % 50, i % 3, i, i % 30);
    }
}
