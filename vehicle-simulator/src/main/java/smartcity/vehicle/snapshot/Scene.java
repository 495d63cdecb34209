package smartcity.vehicle.snapshot;

import java.util.Comparator;
import java.util.List;

/// What a camera has before it.
///
/// @param lanes of the carriageway, 1 to 8
/// @param passers vehicles in any order
/// @param braking whether they brake
/// @param sky hour and weather
/// @param caption what is written into the image: capitals, digits and `-.:/`
public record Scene(int lanes, List<Passer> passers, boolean braking, Sky sky, String caption) {
    /// The stretch of road that is clearly seen [m] from the camera.
    public static final double NEAR_METRES = 21;

    public static final double FAR_METRES = 171;

    public Scene {
        passers = passers.stream()
                .sorted(Comparator.comparingDouble(Passer::aheadMetres).reversed())
                .toList();
    }

    /// The image as PNG, 320 x 180 pixels.
    public byte[] png() {
        Light light = new Light(sky.sunDegrees());
        Canvas canvas = new Canvas();
        RoadPainter road = new RoadPainter(canvas, lanes);
        road.paint(caption.hashCode());
        VehiclePainter painter = new VehiclePainter(canvas, lanes, light.dark() || sky.lightsAreOn(), braking);
        passers.forEach(painter::paintLight);
        passers.forEach(painter::paint);
        canvas.veil();
        Veil veil = new Veil(sky);
        veil.paint(canvas, caption.hashCode());
        canvas.rectangle(0, 0, caption.length() * Font.ADVANCE + 5.0, Font.HEIGHT + 4.0, Ink.BOARD);
        canvas.text(3, 2, caption, Ink.TEXT);
        return canvas.png(veil.palette(light.palette()));
    }
}
