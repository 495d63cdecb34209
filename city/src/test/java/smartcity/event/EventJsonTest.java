package smartcity.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The exact bytes of each kind of event.
class EventJsonTest {
    private final EventJson json = new EventJson();

    private String encoded(Event event) {
        return new String(json.encode(event), StandardCharsets.UTF_8);
    }

    @Test
    void writesAVehicle() {
        assertThat(encoded(SampleEvents.vehicle())).isEqualTo("""
                {"id":"0b7f6a0e-50a7-8c11-9d4b-2f1f6d3c8a55","deviceId":"vehicle-000001",\
                "timestamp":"2026-11-23T08:30:00.000250Z","location":{"latitude":51.738,\
                "longitude":-1.097},"speed":101.25,"direction":"NW","heading":312.4,"make":"Ford",\
                "model":"Focus","year":2021,"fuelType":"Petrol","vehicleType":"Car","odometer":48213.5,\
                "energyLevel":0.62,"road":"M40"}""");
    }

    @Test
    void writesAFix() {
        assertThat(encoded(SampleEvents.fix())).isEqualTo("""
                {"id":"0b7f6a0e-50a7-8c11-9d4b-2f1f6d3c8a55","deviceId":"vehicle-000001",\
                "timestamp":"2026-11-23T08:30:00.000250Z","speed":101.2,"direction":"NW",\
                "heading":312.9,"vehicleType":"Car","location":{"latitude":51.738,"longitude":-1.097},\
                "accuracy":3.2,"satellites":11}""");
    }

    @Test
    void writesACamerasReport() {
        assertThat(encoded(SampleEvents.report("vehicle-000001"))).isEqualTo("""
                {"id":"0b7f6a0e-50a7-8c11-9d4b-2f1f6d3c8a55","deviceId":"rsu-M40-07",\
                "timestamp":"2026-11-23T08:30:00.000250Z","cameraId":"rsu-M40-07-N",\
                "location":{"latitude":51.738,"longitude":-1.097},"snapshot":"iVBORw==",\
                "carriageway":"northbound","trafficDensity":31.5,"averageSpeed":98.2,"intensity":3093.0,\
                "occupancy":0.094,"congested":false,"vehicleId":"vehicle-000001"}""");
    }

    @Test
    void writesACamerasReportOfAnEmptyRoad() {
        assertThat(encoded(SampleEvents.report(null))).isEqualTo("""
                {"id":"0b7f6a0e-50a7-8c11-9d4b-2f1f6d3c8a55","deviceId":"rsu-M40-07",\
                "timestamp":"2026-11-23T08:30:00.000250Z","cameraId":"rsu-M40-07-N",\
                "location":{"latitude":51.738,"longitude":-1.097},"snapshot":"iVBORw==",\
                "carriageway":"northbound","trafficDensity":31.5,"averageSpeed":98.2,"intensity":3093.0,\
                "occupancy":0.094,"congested":false,"vehicleId":null}""");
    }

    @Test
    void writesAnObservation() {
        assertThat(encoded(SampleEvents.observation())).isEqualTo("""
                {"id":"0b7f6a0e-50a7-8c11-9d4b-2f1f6d3c8a55","deviceId":"weather-M40-J9",\
                "timestamp":"2026-11-23T08:30:00.000250Z","location":{"latitude":51.738,\
                "longitude":-1.097},"temperature":7.4,"weatherCondition":"Light rain","weatherCode":61,\
                "precipitation":1.2,"windSpeed":18.5,"windDirection":231.0,"humidity":93.1,\
                "airQualityIndex":41,"daqi":2,"visibility":6200.0,"pressure":1003.2}""");
    }

    @Test
    void writesAReportOnAnIncident() {
        assertThat(encoded(SampleEvents.emergency())).isEqualTo("""
                {"id":"0b7f6a0e-50a7-8c11-9d4b-2f1f6d3c8a55","deviceId":"control-room",\
                "timestamp":"2026-11-23T08:30:00.000250Z",\
                "incidentId":"0b7f6a0e-50a7-8c11-9d4b-2f1f6d3c8a55","type":"Accident",\
                "location":{"latitude":51.738,"longitude":-1.097},"status":"Active",\
                "description":"Two cars have collided on the M40 northbound.","severity":"high",\
                "lanesClosed":2,"road":"M40","carriageway":"northbound"}""");
    }

    @Test
    void keepsAHeadingBelowAFullTurn() {
        assertThat(encoded(SampleEvents.vehicle(new Motion(0, 359.96), 2021, 0, 1)))
                .contains("\"speed\":0.0,\"direction\":\"N\",\"heading\":0.0,");
    }

    @Test
    void servesSeveralThreads() {
        Map<String, Integer> different = new ConcurrentHashMap<>();

        IntStream.range(0, 20_000)
                .parallel()
                .forEach(i -> different.merge(encoded(SampleEvents.all().get(i % 6)), 1, Integer::sum));

        assertThat(different).hasSize(6);
    }
}
