package smartcity.vehicle.motion;

/// One drive of a shift, from one stop to the next. Seconds count from the start of the shift.
///
/// @param toMetres chainage of its end [m]
/// @param restSeconds rest before it
/// @param fills whether the tank or battery is filled in that rest
/// @param latest last second in which it may begin; after that no leg of the shift begins. [#NEVER] without a limit
/// @param turnBack second from which the driver leaves the road at the next junction, to be home in time; [#NEVER]
/// without a limit
/// @param home index of the leg that leads home from the end of this one
record JourneyLeg(double toMetres, long restSeconds, boolean fills, long latest, long turnBack, int home) {
    /// A second that no shift reaches. A primitive, because every vehicle compares it in every step.
    static final long NEVER = Long.MAX_VALUE;
}
