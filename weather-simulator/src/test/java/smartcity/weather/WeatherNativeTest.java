package smartcity.weather;

import smartcity.nativeimage.NativeImageContract;

class WeatherNativeTest implements NativeImageContract {}
