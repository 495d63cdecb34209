package smartcity.view.state;

import smartcity.event.VehicleType;

/// A vehicle as the page shows it.
///
/// @param slot its number among the vehicles, 0 to 65,535; given to another one when this one is gone
/// @param timestampMillis event time of its last report [ms since 1970]
/// @param chainageMetres place on the road then [m]
/// @param speedKmh then [km/h]
/// @param northbound whether it drives to Birmingham
/// @param intervalMillis event time between its last two reports [ms]
public record TrackedVehicle(
        int slot,
        String deviceId,
        VehicleType type,
        long timestampMillis,
        double chainageMetres,
        double speedKmh,
        boolean northbound,
        long intervalMillis,
        VehicleActivity activity) {}
