package smartcity.event;

/// The traffic of one carriageway, all lanes, over one minute.
///
/// @param densityPerKm vehicles per kilometre, 0 to 1000
/// @param averageSpeedKmh mean speed of the vehicles that passed or stand, free-flow speed on an empty road
///     [km/h], 0 to 250
/// @param intensityPerHour flow [vehicles/h], 0 to 20,000
/// @param occupancy share of time a detector loop in a lane is covered, mean of the lanes, 0 to 1
/// @param congested whether traffic is denser or slower than at capacity: it is in a queue
public record TrafficFlow(
        double densityPerKm, double averageSpeedKmh, double intensityPerHour, double occupancy, boolean congested) {
    public TrafficFlow {
        EventChecks.within("densityPerKm", densityPerKm, 0, 1000);
        EventChecks.within("averageSpeedKmh", averageSpeedKmh, 0, 250);
        EventChecks.within("intensityPerHour", intensityPerHour, 0, 20_000);
        EventChecks.within("occupancy", occupancy, 0, 1);
    }
}
