package smartcity.vehicle.motion;

/// What a vehicle's instruments tell of the distance it has driven: odometer and tank.
///
/// Both follow the motion through a shift. Between shifts, at home, the tank is filled, and what closures made the
/// vehicle leave undriven is added to the odometer: it has been driven on other roads.
public final class Logbook {
    /// After so long a distance another vehicle of the same kind takes its place, with the odometer of the first;
    /// chosen: without an end, a vehicle that drives day and night would pass a million kilometres.
    static final double LIFE_METRES = 200_000_000;

    private final Vehicle vehicle;
    private final double plannedMetres;
    private final long shiftsOfALife;

    /// @param drive of the vehicle
    public Logbook(Vehicle vehicle, Drive drive) {
        this.vehicle = vehicle;
        plannedMetres = drive.plannedMetres();
        shiftsOfALife = (long) (LIFE_METRES / plannedMetres);
    }

    /// Distance since manufacture [km]: grows with the distance driven.
    public double odometerKm(DriveState state) {
        long shifts = Math.floorMod(state.tally().shift(), shiftsOfALife);
        return vehicle.kmBefore() + (shifts * plannedMetres + state.tally().metres()) / 1000;
    }

    /// Share of the tank or battery that is full, 0 to 1: falls with what speed and class make the distance cost,
    /// and rises only at rest.
    public double energyLevel(DriveState state) {
        return Math.clamp(1 - state.tally().drawnMetres() / 1000 / vehicle.rangeKm(), 0, 1);
    }
}
