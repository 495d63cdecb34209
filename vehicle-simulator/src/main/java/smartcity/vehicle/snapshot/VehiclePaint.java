package smartcity.vehicle.snapshot;

/// Colour of a vehicle's body: back, top and side.
///
/// Shares: white, grey or silver, black, blue, red and green lead among new cars in Britain (SMMT, new car colours
/// 2024); the numbers are chosen.
enum VehiclePaint {
    GREY(0.28, Ink.GREY, Ink.GREY_TOP, Ink.GREY_SIDE),
    BLACK(0.22, Ink.BLACK, Ink.BLACK_TOP, Ink.BLACK_SIDE),
    WHITE(0.17, Ink.WHITE, Ink.WHITE_TOP, Ink.WHITE_SIDE),
    BLUE(0.15, Ink.BLUE, Ink.BLUE_TOP, Ink.BLUE_SIDE),
    SILVER(0.08, Ink.SILVER, Ink.SILVER_TOP, Ink.SILVER_SIDE),
    RED(0.07, Ink.RED, Ink.RED_TOP, Ink.RED_SIDE),
    GREEN(0.03, Ink.GREEN, Ink.GREEN_TOP, Ink.GREEN_SIDE);

    private final double share;
    private final Ink back;
    private final Ink top;
    private final Ink side;

    VehiclePaint(double share, Ink back, Ink top, Ink side) {
        this.share = share;
        this.back = back;
        this.top = top;
        this.side = side;
    }

    Ink back() {
        return back;
    }

    Ink top() {
        return top;
    }

    Ink side() {
        return side;
    }

    /// The paint at a place in the distribution over all vehicles.
    ///
    /// @param place 0 <= p < 1, evenly distributed
    static VehiclePaint at(double place) {
        double rest = place;
        for (VehiclePaint paint : values()) {
            rest -= paint.share;
            if (rest < 0) {
                return paint;
            }
        }
        return GREY;
    }
}
