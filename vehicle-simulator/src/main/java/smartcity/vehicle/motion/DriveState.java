package smartcity.vehicle.motion;

import smartcity.event.Carriageway;

/// Place and motion of a vehicle at one instant.
///
/// @param parked whether it rests at a junction or services, off the road
/// @param carriageway on which it drives, or drove last
/// @param chainageMetres place on the road [m], 0 to the length of the road
/// @param speedKmh the derivative of the distance driven [km/h]
/// @param turnDegrees remaining turn after it joined the road in the opposite direction [deg], -180 to 0, clockwise
/// @param tally distance and energy of the shift
public record DriveState(
        boolean parked,
        Carriageway carriageway,
        double chainageMetres,
        double speedKmh,
        double turnDegrees,
        ShiftTally tally) {}
