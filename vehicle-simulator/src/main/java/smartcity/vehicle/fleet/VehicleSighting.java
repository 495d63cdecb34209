package smartcity.vehicle.fleet;

import smartcity.event.VehicleType;

/// A vehicle of the fleet on a part of the road.
///
/// @param deviceId the vehicle
/// @param type its class
/// @param chainageMetres its place on the road [m]
public record VehicleSighting(String deviceId, VehicleType type, double chainageMetres) {}
