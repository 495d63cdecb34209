package smartcity.view.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.event.CameraSnapshot;
import smartcity.event.Carriageway;
import smartcity.event.EventJson;
import smartcity.event.FuelType;
import smartcity.event.Location;
import smartcity.event.Motion;
import smartcity.event.TrafficFlow;
import smartcity.event.TrafficReport;
import smartcity.event.VehicleTelemetry;
import smartcity.event.VehicleType;

class ReportReaderTest {
    private static final Instant AT = Instant.parse("2026-11-30T08:00:01.250Z");

    private final ReportReader reader = new ReportReader();
    private final EventJson json = new EventJson();

    @Test
    void readsWhatASimulatorWritesOfAVehicle() {
        VehicleTelemetry telemetry = new VehicleTelemetry(
                UUID.randomUUID(),
                "vehicle-7",
                AT,
                new Location(51.9, -1.2),
                new Motion(88.25, 341.5),
                "DAF",
                "XF",
                2021,
                FuelType.DIESEL,
                VehicleType.LORRY,
                12_345,
                0.5,
                "M40");

        VehicleReport report = reader.vehicle(json.encode(telemetry)).orElseThrow();

        assertThat(report)
                .isEqualTo(
                        new VehicleReport("vehicle-7", AT.toEpochMilli(), 51.9, -1.2, 88.25, 341.5, VehicleType.LORRY));
    }

    @Test
    void readsWhatASimulatorWritesOfACamera() {
        byte[] picture = {1, 2, 3};
        TrafficReport record = new TrafficReport(
                UUID.randomUUID(),
                "M40-054.4",
                "M40-054.4-A",
                new Location(51.6, -0.9),
                AT,
                new CameraSnapshot(picture),
                Carriageway.SOUTHBOUND,
                new TrafficFlow(20, 100, 2_000, 0.05, false),
                null);

        CameraReport report = reader.camera(json.encode(record)).orElseThrow();

        assertThat(report.id()).isEqualTo(record.id().toString());
        assertThat(report.cameraId()).isEqualTo("M40-054.4-A");
        assertThat(report.snapshot().png()).isEqualTo(picture);
        assertThat(report.flow()).isEqualTo(record.flow());
        assertThat(report.carriageway()).isEqualTo(Carriageway.SOUTHBOUND);
        assertThat(report.timestampMillis()).isEqualTo(AT.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "{}",
                "{\"deviceId\":\"v\",\"timestamp\":\"yesterday\",\"vehicleType\":\"Car\",\"speed\":1,\"heading\":1,\"location\":{\"latitude\":51,\"longitude\":0}}",
                "{\"deviceId\":\"v\",\"timestamp\":\"2026-11-30T08:00:01Z\",\"vehicleType\":\"Car\",\"speed\":\"NaN\",\"heading\":1,\"location\":{\"latitude\":51,\"longitude\":0}}",
                "{\"deviceId\":\"v\",\"timestamp\":\"2026-11-30T08:00:01Z\",\"vehicleType\":\"Boat\",\"speed\":1,\"heading\":1,\"location\":{\"latitude\":51,\"longitude\":0}}",
                "{\"deviceId\":\"v\",\"timestamp\":\"2026-11-30T08:00:01Z\",\"vehicleType\":\"Car\",\"speed\":1,\"heading\":1,\"location\":null}",
                "{\"cameraId\":\"<script>\",\"snapshot\":\"AQID\",\"timestamp\":\"2026-11-30T08:00:01Z\"}"
            })
    void passesOverWhatBreaksTheContract(String record) {
        byte[] value = record.getBytes(StandardCharsets.UTF_8);

        assertThat(reader.vehicle(value)).isEmpty();
        assertThat(reader.camera(value)).isEmpty();
    }
}
