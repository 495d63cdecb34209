package smartcity.vehicle.motion;

import smartcity.event.Carriageway;

/// Where a vehicle is and how fast, at one instant.
///
/// @param parked whether it rests at a junction or services, off the road
/// @param carriageway on which it drives, or has driven
/// @param chainageMetres place on the road [m], 0 to the length of the road
/// @param speedKmh the derivative of the distance driven [km/h]
/// @param turnDegrees what is left to turn on joining the road against the way it came [deg], -180 to 0,
/// clockwise from there
/// @param tally of the shift
public record DriveState(
        boolean parked,
        Carriageway carriageway,
        double chainageMetres,
        double speedKmh,
        double turnDegrees,
        ShiftTally tally) {}
