package smartcity.vehicle.motion;

/// One drive of a shift, from where the vehicle rests to its next stop. Seconds count from the start of the
/// shift.
///
/// @param toMetres chainage of its end [m]
/// @param restSeconds rest before it
/// @param fills whether tank or battery are filled in that rest
/// @param latest second after which it is not begun any more, and no other in this shift
/// @param turnBack second from which the driver leaves the road at the next junction, to be home in time
/// @param home index of the leg that leads home from wherever this one ends
record JourneyLeg(double toMetres, long restSeconds, boolean fills, long latest, long turnBack, int home) {}
