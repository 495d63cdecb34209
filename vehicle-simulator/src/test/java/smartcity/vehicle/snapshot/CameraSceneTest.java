package smartcity.vehicle.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.event.VehicleType;

class CameraSceneTest {
    private static final SceneSky NOON = new SceneSky(40, 0, 0, 20_000);
    private static final SceneSky NIGHT = new SceneSky(-30, 0, 0, 20_000);

    /// The first of all paints is grey, 0x6C7278 from behind.
    private static final double GREY = 0;

    @ParameterizedTest
    @EnumSource(VehicleType.class)
    void vehicleIsPaintedInItsLaneInItsColour(VehicleType type) throws IOException {
        CameraScene scene = new CameraScene(3, List.of(new PassingVehicle(type, 1, 30, GREY)), false, NOON, "");

        BufferedImage image = decode(scene.png());

        assertThat(count(image, 0x6C7278, 0, 150)).isPositive();
        assertThat(count(image, 0x6C7278, 170, 320)).isZero();
    }

    @Test
    void lorryIsLargerThanCarAndNearIsLargerThanFar() throws IOException {
        int lorry = painted(VehicleType.LORRY, 40);
        int car = painted(VehicleType.CAR, 40);
        int distantCar = painted(VehicleType.CAR, 120);

        assertThat(lorry).isGreaterThan(2 * car);
        assertThat(car).isGreaterThan(4 * distantCar);
    }

    @Test
    void lightsAreOnAtNightAndBrakesLightUpByDay() throws IOException {
        List<PassingVehicle> passers = List.of(new PassingVehicle(VehicleType.CAR, 2, 40, GREY));
        int lamp = 0xFF3A2A;

        BufferedImage day = decode(new CameraScene(3, passers, false, NOON, "").png());
        BufferedImage braking = decode(new CameraScene(3, passers, true, NOON, "").png());
        BufferedImage night = decode(new CameraScene(3, passers, false, NIGHT, "").png());

        assertThat(count(day, lamp, 0, 320)).isZero();
        assertThat(count(braking, lamp, 0, 320)).isPositive();
        assertThat(count(night, lamp, 0, 320)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void carriagewayHasALineBetweenAnyTwoLanes(int lanes) throws IOException {
        BufferedImage image = decode(new CameraScene(lanes, List.of(), false, NOON, "").png());

        int lines = 0;
        for (int y = 100; y < 180; y++) {
            lines = Math.max(lines, runs(image, y, 0xE8E8E4));
        }

        assertThat(lines).isEqualTo(lanes + 1);
    }

    /// The letter T: a bar above a post.
    @Test
    void captionIsWrittenIntoTheImage() throws IOException {
        BufferedImage image = decode(new CameraScene(3, List.of(), false, NIGHT, "T").png());

        assertThat(rgb(image, 3, 2)).isEqualTo(0xF4F4F0);
        assertThat(rgb(image, 7, 2)).isEqualTo(0xF4F4F0);
        assertThat(rgb(image, 5, 8)).isEqualTo(0xF4F4F0);
        assertThat(rgb(image, 3, 8)).isEqualTo(0x101418);
    }

    @Test
    void fogHidesTheFarRoadBeforeTheNear() throws IOException {
        BufferedImage clear = decode(new CameraScene(3, List.of(), false, NOON, "").png());
        BufferedImage fog = decode(new CameraScene(3, List.of(), false, new SceneSky(40, 0, 0, 100), "").png());

        int road = 160;
        double far = contrast(fog, road, 50) / contrast(clear, road, 50);
        double near = contrast(fog, road, 178) / contrast(clear, road, 178);

        // exp(-3 x 32/100) of the contrast remains at 32 m, within the 1 % that clear air may take
        assertThat(near).isBetween(0.36, 0.41);
        assertThat(far).isLessThan(0.02);
    }

    @Test
    void rainFallsInStreaksAndSnowCoversTheVerges() throws IOException {
        BufferedImage rain = decode(new CameraScene(3, List.of(), false, new SceneSky(40, 6, 0, 20_000), "A").png());
        BufferedImage snow = decode(new CameraScene(3, List.of(), false, new SceneSky(40, 0, 1, 20_000), "A").png());
        BufferedImage fine = decode(new CameraScene(3, List.of(), false, NOON, "A").png());

        assertThat(count(rain, 0xB4BCC4, 0, 320)).isGreaterThan(300);
        assertThat(count(snow, 0xF6F7F9, 0, 320)).isGreaterThan(150);
        assertThat(count(fine, 0xB4BCC4, 0, 320)).isZero();
        assertThat(rgb(snow, 2, 170) >> 8 & 0xFF).isGreaterThan(200);
        assertThat(rgb(fine, 2, 170) >> 8 & 0xFF).isLessThan(170);
    }

    @Test
    void imageStaysWithinEightKibibytesInAnyWeatherAtAnyHour() {
        List<PassingVehicle> passers = IntStream.range(0, 40)
                .mapToObj(i -> new PassingVehicle(
                        i % 3 == 0 ? VehicleType.LORRY : VehicleType.CAR, 1 + i % 4, 22 + i * 3.7, i / 40.0))
                .toList();
        for (double sun : new double[] {-30, -3, 3, 40}) {
            for (double rate : new double[] {0, 0.1, 2, 30}) {
                for (double visibility : new double[] {30, 300, 3_000, 30_000}) {
                    assertThat(png(passers, new SceneSky(sun, rate, 0, visibility)))
                            .as("sun %s, rain %s, visibility %s", sun, rate, visibility)
                            .hasSizeLessThan(8 * 1024);
                    assertThat(png(passers, new SceneSky(sun, 0, rate, visibility)))
                            .as("sun %s, snow %s, visibility %s", sun, rate, visibility)
                            .hasSizeLessThan(8 * 1024);
                }
            }
        }
    }

    private static byte[] png(List<PassingVehicle> passers, SceneSky sky) {
        return new CameraScene(4, passers, true, sky, "CAM-0001-A  2026-11-23 08:00:00Z").png();
    }

    /// Difference of a pixel of the road from the fog's colour.
    private static double contrast(BufferedImage image, int x, int y) {
        return Math.abs((rgb(image, x, y) >> 8 & 0xFF) - 0xCA);
    }

    private static int painted(VehicleType type, double ahead) throws IOException {
        return count(
                decode(new CameraScene(3, List.of(new PassingVehicle(type, 2, ahead, GREY)), false, NOON, "").png()),
                0x6C7278,
                0,
                320);
    }

    private static BufferedImage decode(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int count(BufferedImage image, int colour, int fromX, int toX) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = fromX; x < toX; x++) {
                count += rgb(image, x, y) == colour ? 1 : 0;
            }
        }
        return count;
    }

    private static int runs(BufferedImage image, int y, int colour) {
        int runs = 0;
        for (int x = 1; x < image.getWidth(); x++) {
            runs += rgb(image, x, y) == colour && rgb(image, x - 1, y) != colour ? 1 : 0;
        }
        return runs;
    }

    private static int rgb(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }
}
