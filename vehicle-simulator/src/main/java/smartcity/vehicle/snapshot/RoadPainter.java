package smartcity.vehicle.snapshot;

/// Paints the fixed parts of a scene: sky, hills, verges and the carriageway.
final class RoadPainter {
    /// Width of a lane and of the hard shoulder [m]. Source: DMRB CD 127, "Cross-sections and headrooms", figure
    /// 2.1.
    static final double LANE_METRES = 3.65;

    private static final double SHOULDER_METRES = 3.3;

    /// Lane markings: 2 m long every 9 m. Source: Traffic Signs Manual, chapter 5, 2018, diagram 1005.
    private static final double MARK_METRES = 2;

    private static final double MARK_SPACING_METRES = 9;

    private static final double MARK_WIDTH_METRES = 0.2;

    /// Central reserve between the edge line and the barrier [m]; chosen.
    private static final double RESERVE_METRES = 1.2;

    private static final double BARRIER_HEIGHT_METRES = 0.9;

    /// Nearest and farthest painted point of the road [m].
    private static final double NEAR = 15;

    private static final double FAR = 4_000;

    private final InkCanvas canvas;
    private final double half;

    RoadPainter(InkCanvas canvas, int lanes) {
        this.canvas = canvas;
        half = lanes * LANE_METRES / 2;
    }

    /// @param landscape number that selects the shape of the hills
    void paint(int landscape) {
        paintLandscape(landscape);
        strip(-half - SHOULDER_METRES - 6, -half, Ink.VERGE);
        strip(-half - SHOULDER_METRES, -half, Ink.SHOULDER);
        strip(-half, half + RESERVE_METRES, Ink.ASPHALT);
        paintLanes();
        strip(-half - MARK_WIDTH_METRES, -half, Ink.MARKING);
        strip(half, half + MARK_WIDTH_METRES, Ink.MARKING);
        paintBarrier();
    }

    private void paintLandscape(int landscape) {
        canvas.rectangle(0, 0, InkCanvas.WIDTH, CameraLens.HORIZON * 0.4, Ink.SKY_HIGH);
        canvas.rectangle(0, CameraLens.HORIZON * 0.4, InkCanvas.WIDTH, CameraLens.HORIZON * 0.75, Ink.SKY_MIDDLE);
        canvas.rectangle(0, CameraLens.HORIZON * 0.75, InkCanvas.WIDTH, CameraLens.HORIZON, Ink.SKY_LOW);
        canvas.rectangle(0, CameraLens.HORIZON, InkCanvas.WIDTH, InkCanvas.HEIGHT, Ink.GRASS);
        double shift = Math.floorMod(landscape, 628) / 100.0;
        for (int x = 0; x < InkCanvas.WIDTH; x++) {
            double hill = 7 + 4 * Math.sin(x / 47.0 + shift) + 2 * Math.sin(x / 19.0 + 2 * shift);
            canvas.rectangle(x, CameraLens.HORIZON - hill, x + 1.0, CameraLens.HORIZON + 1, Ink.HILL);
            double tree = 3 + 2 * Math.sin(x / 7.0 + 3 * shift) + Math.sin(x / 2.3 + shift);
            double aside = Math.abs(x - InkCanvas.WIDTH / 2.0) / 40;
            canvas.rectangle(
                    x,
                    CameraLens.HORIZON - tree * Math.min(1, aside),
                    x + 1.0,
                    CameraLens.HORIZON + 3 * aside,
                    Ink.TREE);
        }
    }

    private void paintLanes() {
        for (double line = -half + LANE_METRES; line < half - 0.1; line += LANE_METRES) {
            double middle = line - LANE_METRES / 2;
            strip(middle - 0.6, middle + 0.6, Ink.WORN);
            for (double ahead = NEAR; ahead < 300; ahead += MARK_SPACING_METRES) {
                patch(line - MARK_WIDTH_METRES / 2, line + MARK_WIDTH_METRES / 2, ahead, ahead + MARK_METRES);
            }
        }
    }

    private void patch(double left, double right, double near, double far) {
        quad(left, right, near, far, Ink.MARKING);
    }

    private void strip(double left, double right, Ink ink) {
        quad(left, right, NEAR, FAR, ink);
    }

    private void quad(double left, double right, double near, double far, Ink ink) {
        canvas.shape(
                new double[] {
                    CameraLens.x(left, near),
                    CameraLens.x(right, near),
                    CameraLens.x(right, far),
                    CameraLens.x(left, far)
                },
                new double[] {CameraLens.y(0, near), CameraLens.y(0, near), CameraLens.y(0, far), CameraLens.y(0, far)},
                ink);
    }

    private void paintBarrier() {
        double place = half + RESERVE_METRES;
        upright(place, 0, BARRIER_HEIGHT_METRES * 0.45, Ink.BARRIER_FOOT);
        upright(place, BARRIER_HEIGHT_METRES * 0.45, BARRIER_HEIGHT_METRES, Ink.BARRIER);
    }

    private void upright(double right, double low, double high, Ink ink) {
        canvas.shape(
                new double[] {
                    CameraLens.x(right, NEAR),
                    CameraLens.x(right, NEAR),
                    CameraLens.x(right, FAR),
                    CameraLens.x(right, FAR)
                },
                new double[] {
                    CameraLens.y(low, NEAR), CameraLens.y(high, NEAR), CameraLens.y(high, FAR), CameraLens.y(low, FAR)
                },
                ink);
    }
}
