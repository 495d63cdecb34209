package smartcity.vehicle.motion;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/// What a vehicle's instruments tell of the distance it has driven: odometer and tank.
///
/// Both follow the motion through a shift. What closures made the vehicle leave undriven is added to the
/// odometer when the next shift begins, while it stands at home: it has been driven on other roads.
public final class VehicleLogbook {
    /// After so long a distance since the fleet's first day another vehicle of the same kind takes its place,
    /// with the odometer of the first; chosen: who drives day and night does it in about four years, and the
    /// odometer stays below what records allow on whatever day the city is.
    static final double LIFE_METRES = 2_500_000_000.0;

    /// The fleet's first day: the first of its year.
    private static final long FIRST_SECOND =
            LocalDate.of(VehicleModel.FLEET_YEAR, 1, 1).toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC);

    private final Vehicle vehicle;
    private final double plannedMetres;
    private final long firstShift;
    private final long shiftsOfALife;

    /// @param drive of the vehicle
    public VehicleLogbook(Vehicle vehicle, VehicleDrive drive) {
        this.vehicle = vehicle;
        plannedMetres = drive.plannedMetres();
        firstShift = drive.shiftAt(FIRST_SECOND * 1_000_000);
        shiftsOfALife = (long) (LIFE_METRES / plannedMetres);
    }

    /// Distance since manufacture [km]: grows with the distance driven.
    public double odometerKm(DriveState state) {
        long shifts = Math.floorMod(state.tally().shift() - firstShift, shiftsOfALife);
        return vehicle.kmBefore() + (shifts * plannedMetres + state.tally().metres()) / 1000;
    }

    /// Share of the tank or battery that is full, 0 to 1: falls by what moving costs, rises when the vehicle
    /// is filled at rest and, a little, when a battery is charged by braking.
    public double energyLevel(DriveState state) {
        return Math.clamp(1 - state.tally().missingJoules() / vehicle.capacityJoules(), 0, 1);
    }
}
