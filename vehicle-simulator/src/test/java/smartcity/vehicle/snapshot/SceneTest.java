package smartcity.vehicle.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.event.VehicleType;

class SceneTest {
    private static final double NOON = 40;
    private static final double NIGHT = -30;

    /// Far left of all paints is grey, 0x6C7278 from behind.
    private static final double GREY = 0;

    @ParameterizedTest
    @EnumSource(VehicleType.class)
    void vehicleIsPaintedInItsLaneInItsColour(VehicleType type) throws IOException {
        Scene scene = new Scene(3, List.of(new Passer(type, 1, 30, GREY)), false, NOON, "");

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
        List<Passer> passers = List.of(new Passer(VehicleType.CAR, 2, 40, GREY));
        int lamp = 0xFF3A2A;

        BufferedImage day = decode(new Scene(3, passers, false, NOON, "").png());
        BufferedImage braking = decode(new Scene(3, passers, true, NOON, "").png());
        BufferedImage night = decode(new Scene(3, passers, false, NIGHT, "").png());

        assertThat(count(day, lamp, 0, 320)).isZero();
        assertThat(count(braking, lamp, 0, 320)).isPositive();
        assertThat(count(night, lamp, 0, 320)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void carriagewayHasALineBetweenAnyTwoLanes(int lanes) throws IOException {
        BufferedImage image = decode(new Scene(lanes, List.of(), false, NOON, "").png());

        int lines = 0;
        for (int y = 100; y < 180; y++) {
            lines = Math.max(lines, runs(image, y, 0xE8E8E4));
        }

        assertThat(lines).isEqualTo(lanes + 1);
    }

    /// The letter T: a bar above a post.
    @Test
    void captionIsWrittenIntoTheImage() throws IOException {
        BufferedImage image = decode(new Scene(3, List.of(), false, NIGHT, "T").png());

        assertThat(rgb(image, 3, 2)).isEqualTo(0xF4F4F0);
        assertThat(rgb(image, 7, 2)).isEqualTo(0xF4F4F0);
        assertThat(rgb(image, 5, 8)).isEqualTo(0xF4F4F0);
        assertThat(rgb(image, 3, 8)).isEqualTo(0x101418);
    }

    private static int painted(VehicleType type, double ahead) throws IOException {
        return count(
                decode(new Scene(3, List.of(new Passer(type, 2, ahead, GREY)), false, NOON, "").png()),
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
