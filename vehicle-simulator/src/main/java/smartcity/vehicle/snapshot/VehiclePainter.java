package smartcity.vehicle.snapshot;

/// Paints vehicles as seen from behind and above.
final class VehiclePainter {
    /// Reach of the headlights on the road [m]; chosen: dipped beam.
    private static final double BEAM_METRES = 28;

    /// Below this width a vehicle is painted without details [pixels].
    private static final double DETAIL_PIXELS = 7;

    private final InkCanvas canvas;
    private final int lanes;
    private final boolean dark;
    private final boolean braking;

    VehiclePainter(InkCanvas canvas, int lanes, boolean dark, boolean braking) {
        this.canvas = canvas;
        this.lanes = lanes;
        this.dark = dark;
        this.braking = braking;
    }

    /// Paints the part of the road that its headlights light; called before any vehicle is painted.
    void paintLight(PassingVehicle passer) {
        if (dark) {
            PassingVehicle.Size size = passer.size();
            double near = passer.aheadMetres() + size.length();
            double far = near + BEAM_METRES;
            double middle = middle(passer);
            double half = size.width() / 2;
            canvas.shape(
                    new double[] {
                        CameraLens.x(middle - half, near),
                        CameraLens.x(middle + half, near),
                        CameraLens.x(middle + 1.3 * half, far),
                        CameraLens.x(middle - 1.3 * half, far)
                    },
                    new double[] {
                        CameraLens.y(0, near), CameraLens.y(0, near), CameraLens.y(0, far), CameraLens.y(0, far)
                    },
                    Ink.BEAM);
        }
    }

    /// Paints the vehicle; called for the farthest vehicles first.
    void paint(PassingVehicle passer) {
        PassingVehicle.Size size = passer.size();
        VehiclePaint paint = VehiclePaint.at(passer.colour());
        Box box = new Box(middle(passer), size.width(), passer.aheadMetres(), size.length());
        box.side(0.25, size.height(), paint.side());
        box.top(size.height(), paint.top());
        box.back(0, 0.35, 0, 1, Ink.SHADOW);
        box.back(0.3, size.height(), 0, 1, paint.back());
        if (CameraLens.x(size.width(), passer.aheadMetres()) - CameraLens.x(0, passer.aheadMetres()) >= DETAIL_PIXELS) {
            paintParts(passer, box, size);
        }
        Ink lamp = dark || braking ? Ink.TAIL_LIT : Ink.TAIL;
        double low = 0.45 * Math.min(size.height(), 1.9);
        boolean one = size.width() < 1;
        box.back(low, low + 0.28, one ? 0.3 : 0.02, one ? 0.7 : 0.18, lamp);
        if (!one) {
            box.back(low, low + 0.28, 0.82, 0.98, lamp);
        }
    }

    private void paintParts(PassingVehicle passer, Box box, PassingVehicle.Size size) {
        box.back(0, 0.32, 0.06, 0.2, Ink.TYRE);
        box.back(0, 0.32, 0.8, 0.94, Ink.TYRE);
        switch (passer.type()) {
            case CAR -> {
                box.back(0.95, 1.38, 0.12, 0.88, Ink.GLASS);
                box.back(0.5, 0.62, 0.36, 0.64, Ink.PLATE);
            }
            case VAN -> {
                box.back(1.35, 2.05, 0.1, 0.46, Ink.GLASS);
                box.back(1.35, 2.05, 0.54, 0.9, Ink.GLASS);
                box.back(0.5, 0.62, 0.36, 0.64, Ink.PLATE);
            }
            case LORRY -> {
                box.back(1.1, size.height() - 0.1, 0.49, 0.51, Ink.SHADOW);
                box.back(0.3, 0.75, 0, 1, Ink.SHADOW);
                box.back(0.5, 0.65, 0.4, 0.6, Ink.PLATE);
            }
            case COACH -> box.back(1.9, 3.2, 0.1, 0.9, Ink.GLASS);
            case MOTORCYCLE -> box.back(0.8, 1.4, 0.15, 0.85, Ink.TYRE);
        }
    }

    /// Middle of its lane from the middle of the carriageway [m].
    private double middle(PassingVehicle passer) {
        return (passer.lane() - 0.5 - lanes / 2.0) * RoadPainter.LANE_METRES;
    }

    /// A vehicle's outline: the faces of a cuboid that are visible from above the road.
    private final class Box {
        private final double left;
        private final double width;
        private final double near;
        private final double far;

        Box(double middle, double width, double near, double length) {
            this.left = middle - width / 2;
            this.width = width;
            this.near = near;
            this.far = near + length;
        }

        /// A part of the back: heights [m], shares of the width.
        void back(double low, double high, double from, double to, Ink ink) {
            canvas.rectangle(
                    CameraLens.x(left + from * width, near),
                    CameraLens.y(high, near),
                    CameraLens.x(left + to * width, near),
                    CameraLens.y(low, near),
                    ink);
        }

        void top(double height, Ink ink) {
            double right = left + width;
            canvas.shape(
                    new double[] {
                        CameraLens.x(left, near),
                        CameraLens.x(right, near),
                        CameraLens.x(right, far),
                        CameraLens.x(left, far)
                    },
                    new double[] {
                        CameraLens.y(height, near),
                        CameraLens.y(height, near),
                        CameraLens.y(height, far),
                        CameraLens.y(height, far)
                    },
                    ink);
        }

        /// The side towards the middle of the image.
        void side(double low, double high, Ink ink) {
            double side = left + width / 2 < 0 ? left + width : left;
            canvas.shape(
                    new double[] {
                        CameraLens.x(side, near),
                        CameraLens.x(side, near),
                        CameraLens.x(side, far),
                        CameraLens.x(side, far)
                    },
                    new double[] {
                        CameraLens.y(low, near),
                        CameraLens.y(high, near),
                        CameraLens.y(high, far),
                        CameraLens.y(low, far)
                    },
                    ink);
        }
    }
}
