package smartcity.vehicle.motion;

/// What a vehicle's instruments tell of the distance it has driven: odometer and tank.
public final class Logbook {
    /// After so many journeys another vehicle of the same kind takes its place, with the odometer of the first;
    /// chosen: without an end, a vehicle that drives day and night would pass a million kilometres.
    static final int TRIPS_OF_A_LIFE = 1_000;

    /// Share of the tank or battery that is used before it is filled at the next rest; chosen.
    private static final double LEAST_LEVEL = 0.1;

    private final Vehicle vehicle;
    private final double lengthKm;
    private final int tripsOnATank;

    public Logbook(Vehicle vehicle, double lengthMetres) {
        this.vehicle = vehicle;
        lengthKm = lengthMetres / 1000;
        tripsOnATank = Math.max(1, (int) ((1 - LEAST_LEVEL) * vehicle.rangeKm() / lengthKm));
    }

    /// Distance since manufacture [km]: grows with the distance driven, from journey to journey too.
    public double odometerKm(DriveState state) {
        return vehicle.kmBefore() + Math.floorMod(state.trip(), TRIPS_OF_A_LIFE) * lengthKm + state.metres() / 1000;
    }

    /// Share of the tank or battery that is full, 0 to 1: falls with the distance and is 1 when a journey begins
    /// before which it was filled.
    public double energyLevel(DriveState state) {
        double sinceFilled = Math.floorMod(state.trip(), tripsOnATank) * lengthKm + state.metres() / 1000;
        return Math.clamp(1 - sinceFilled / vehicle.rangeKm(), 0, 1);
    }
}
