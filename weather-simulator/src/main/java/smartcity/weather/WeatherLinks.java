package smartcity.weather;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import smartcity.http.HomeLink;

/// What this simulator links to on its page, beside its status.
class WeatherLinks {
    @Produces
    @Singleton
    HomeLink stations() {
        return new HomeLink("/stations", "the weather stations, with their last observations");
    }
}
