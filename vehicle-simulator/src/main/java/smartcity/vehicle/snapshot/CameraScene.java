package smartcity.vehicle.snapshot;

import java.util.Comparator;
import java.util.List;

/// The scene in front of a camera.
///
/// @param lanes of the carriageway, 1 to 8
/// @param passers vehicles in any sequence
/// @param braking whether they brake
/// @param sky hour and weather
/// @param caption text in the image: capitals, digits and `-.:/`
public record CameraScene(int lanes, List<PassingVehicle> passers, boolean braking, SceneSky sky, String caption) {
    /// The clearly visible part of the road, as distances from the camera [m].
    public static final double NEAR_METRES = 21;

    public static final double FAR_METRES = 171;

    public CameraScene {
        passers = passers.stream()
                .sorted(Comparator.comparingDouble(PassingVehicle::aheadMetres).reversed())
                .toList();
    }

    /// The image as PNG, 320 x 180 pixels.
    public byte[] png() {
        SceneLight light = new SceneLight(sky.sunDegrees());
        InkCanvas canvas = new InkCanvas();
        RoadPainter road = new RoadPainter(canvas, lanes);
        road.paint(caption.hashCode());
        VehiclePainter painter = new VehiclePainter(canvas, lanes, light.dark() || sky.lightsAreOn(), braking);
        passers.forEach(painter::paintLight);
        passers.forEach(painter::paint);
        canvas.veil();
        WeatherVeil veil = new WeatherVeil(sky);
        veil.paint(canvas, caption.hashCode());
        canvas.rectangle(0, 0, caption.length() * DotFont.ADVANCE + 5.0, DotFont.HEIGHT + 4.0, Ink.BOARD);
        canvas.text(3, 2, caption, Ink.TEXT);
        return canvas.png(veil.palette(light.palette()));
    }
}
