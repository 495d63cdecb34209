package smartcity.view;

import smartcity.nativeimage.NativeImageContract;

class CityViewNativeTest implements NativeImageContract {}
