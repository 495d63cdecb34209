package smartcity.vehicle.snapshot;

/// The projection of the road into the image: the camera is above the middle of the carriageway and points along it.
final class CameraLens {
    /// Row of the horizon.
    static final double HORIZON = 44;

    /// Height above the road [m] and focal length [pixels]; chosen: the bottom of the image is 20 m away.
    private static final double CAMERA_METRES = 9;

    private static final double FOCAL_PIXELS = 302;

    private CameraLens() {}

    /// @param rightMetres from the middle of the carriageway
    /// @param aheadMetres from the camera, more than 0
    static double x(double rightMetres, double aheadMetres) {
        return InkCanvas.WIDTH / 2.0 + FOCAL_PIXELS * rightMetres / aheadMetres;
    }

    /// Distance of the road that appears in a row of the image [m]; infinite at and above the horizon.
    static double roadAhead(int row) {
        double below = row + 0.5 - HORIZON;
        return below <= 0 ? Double.POSITIVE_INFINITY : FOCAL_PIXELS * CAMERA_METRES / below;
    }

    /// @param upMetres above the road
    /// @param aheadMetres from the camera, more than 0
    static double y(double upMetres, double aheadMetres) {
        return HORIZON + FOCAL_PIXELS * (CAMERA_METRES - upMetres) / aheadMetres;
    }
}
