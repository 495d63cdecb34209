package smartcity.vehicle.snapshot;

/// The sun and the weather in a scene.
///
/// @param sunDegrees elevation of the sun
/// @param rainMmPerHour rate of rain [mm/h]
/// @param snowMmPerHour rate of snow as water [mm/h]
/// @param visibilityMetres meteorological visibility [m], above 0
public record SceneSky(double sunDegrees, double rainMmPerHour, double snowMmPerHour, double visibilityMetres) {
    /// Visibility from which the air counts as clear [m]; chosen.
    static final double CLEAR_METRES = 10_000;

    /// Visibility below which drivers switch their lights on [m]; chosen.
    private static final double LIGHTS_METRES = 1_000;

    boolean wet() {
        return rainMmPerHour > 0 || snowMmPerHour > 0;
    }

    boolean snowy() {
        return snowMmPerHour > 0;
    }

    boolean lightsAreOn() {
        return visibilityMetres < LIGHTS_METRES;
    }
}
