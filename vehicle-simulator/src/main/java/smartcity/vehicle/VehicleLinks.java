package smartcity.vehicle;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import smartcity.http.HomeLink;

/// What this simulator links to on its page, beside its status.
class VehicleLinks {
    @Produces
    @Singleton
    HomeLink vehicles() {
        return new HomeLink("/vehicles", "the vehicles, with their last records");
    }

    @Produces
    @Singleton
    HomeLink cameras() {
        return new HomeLink("/cameras", "the cameras, with what they measure and their images");
    }
}
