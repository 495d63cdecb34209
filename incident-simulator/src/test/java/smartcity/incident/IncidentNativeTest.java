package smartcity.incident;

import smartcity.nativeimage.NativeImageContract;

class IncidentNativeTest implements NativeImageContract {}
