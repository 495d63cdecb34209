package smartcity.vehicle;

import smartcity.nativeimage.NativeImageContract;

class VehicleNativeTest implements NativeImageContract {}
