package smartcity.vehicle.motion;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/// The odometer and the energy level of a vehicle.
///
/// Both follow from the motion during a shift. A planned distance that closures prevented is added to the odometer
/// when the next shift begins, while the vehicle is parked at home: it was driven on other roads.
public final class VehicleLogbook {
    /// Distance since the fleet's first day after which another vehicle of the same kind replaces it, with the first
    /// one's initial odometer [m]; chosen: a vehicle that drives day and night takes about four years, and the
    /// odometer stays within the range of the records on any day.
    static final double REPLACEMENT_METRES = 2_500_000_000.0;

    /// The fleet's first day: the first of its year.
    private static final long FIRST_SECOND =
            LocalDate.of(VehicleModel.FLEET_YEAR, 1, 1).toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC);

    private final Vehicle vehicle;
    private final double plannedMetres;
    private final long firstShift;
    private final long shiftsUntilReplacement;

    /// @param drive the motion of the vehicle
    public VehicleLogbook(Vehicle vehicle, VehicleDrive drive) {
        this.vehicle = vehicle;
        plannedMetres = drive.plannedMetres();
        firstShift = drive.shiftAt(FIRST_SECOND * 1_000_000);
        shiftsUntilReplacement = (long) (REPLACEMENT_METRES / plannedMetres);
    }

    /// Distance since manufacture [km]: grows with the distance driven.
    public double odometerKm(DriveState state) {
        long shifts = Math.floorMod(state.tally().shift() - firstShift, shiftsUntilReplacement);
        return vehicle.kmBefore() + (shifts * plannedMetres + state.tally().metres()) / 1000;
    }

    /// Share of the tank or battery that is full, 0 to 1: falls by consumption, rises when the parked vehicle is
    /// filled and, a little, when braking charges a battery.
    public double energyLevel(DriveState state) {
        return Math.clamp(1 - state.tally().missingJoules() / vehicle.capacityJoules(), 0, 1);
    }
}
