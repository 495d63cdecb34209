package smartcity.sink;

import smartcity.nativeimage.NativeImageContract;

class SinkNativeTest implements NativeImageContract {}
