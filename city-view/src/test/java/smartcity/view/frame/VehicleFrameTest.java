package smartcity.view.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import smartcity.event.VehicleType;
import smartcity.road.Road;
import smartcity.view.speed.RoadSpeeds;
import smartcity.view.state.TrackedVehicle;
import smartcity.view.state.VehicleActivity;

class VehicleFrameTest {
    private static final Road ROAD = Road.londonToBirmingham();
    private static final long AT = 1_796_000_000_000L;

    private static TrackedVehicle vehicle(int slot, double chainage, double speed, VehicleActivity activity) {
        return new TrackedVehicle(slot, "v", VehicleType.COACH, AT, chainage, speed, true, 1_000, activity);
    }

    private static int word(byte[] frame, int slot) {
        return ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).getInt(4 * slot);
    }

    @Test
    void holdsPlaceSpeedClassAndActivityInFourBytes() {
        byte[] frame =
                VehicleFrame.encode(List.of(vehicle(2, 97_500, 83.4, VehicleActivity.SILENT)), AT, ROAD.lengthMetres());

        int word = word(frame, 2);
        assertThat(frame).hasSize(12);
        assertThat(word(frame, 0)).isZero();
        assertThat((word & 0x3ffff) * 0.75).isCloseTo(97_500, within(0.4));
        assertThat(word >>> 18 & 0xff).isEqualTo(83);
        assertThat(word >>> 26 & 1).isEqualTo(1);
        assertThat(word >>> 27 & 7).isEqualTo(3);
        assertThat(word >>> 30).isEqualTo(3);
    }

    @Test
    void theEndOfTheRoadFits() {
        byte[] frame = VehicleFrame.encode(
                List.of(vehicle(0, ROAD.lengthMetres(), 0, VehicleActivity.PARKED)), AT, ROAD.lengthMetres());

        assertThat((word(frame, 0) & 0x3ffff) * 0.75).isCloseTo(ROAD.lengthMetres(), within(0.4));
    }

    @Test
    void movesADrivingVehicleOnToTheInstantOfTheFrame() {
        byte[] half = VehicleFrame.encode(
                List.of(vehicle(0, 50_000, 108, VehicleActivity.DRIVING)), AT + 500, ROAD.lengthMetres());
        byte[] muchLater = VehicleFrame.encode(
                List.of(vehicle(0, 50_000, 108, VehicleActivity.DRIVING)), AT + 60_000, ROAD.lengthMetres());

        assertThat((word(half, 0) & 0x3ffff) * 0.75).isCloseTo(50_015, within(0.4));
        assertThat((word(muchLater, 0) & 0x3ffff) * 0.75).isCloseTo(50_030, within(0.4)); // an interval at most
    }

    @Test
    void twelveThousandVehiclesAreSixtyFourKilobytesOfText() {
        List<TrackedVehicle> vehicles = new ArrayList<>();
        for (int slot = 0; slot < 12_000; slot++) {
            vehicles.add(vehicle(slot, slot * 16, 100, VehicleActivity.DRIVING));
        }

        byte[] frame = VehicleFrame.encode(vehicles, AT, ROAD.lengthMetres());

        assertThat(4 * Math.ceilDiv(frame.length, 3)).isEqualTo(64_000);
    }

    @Test
    void theLineOfTheRoadIsThatOfTheRoad() {
        var json = RoadJson.of(ROAD, new RoadSpeeds(ROAD));

        long latitude = 0;
        long longitude = 0;
        int point = 700;
        for (int i = 0; i <= point; i++) {
            latitude += json.path("line").path(2 * i).asLong();
            longitude += json.path("line").path(2 * i + 1).asLong();
        }
        assertThat(latitude * 1e-5).isCloseTo(ROAD.locationAt(70_000).latitude(), within(1e-5));
        assertThat(longitude * 1e-5).isCloseTo(ROAD.locationAt(70_000).longitude(), within(1e-5));
        assertThat(json.path("sections")).hasSameSizeAs(ROAD.sections());
        assertThat(json.path("limits")).hasSize(197);
    }
}
