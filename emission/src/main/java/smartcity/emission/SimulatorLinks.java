package smartcity.emission;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import smartcity.http.HomeLink;

/// What every simulator links to on its page.
class SimulatorLinks {
    @Produces
    @Singleton
    HomeLink status() {
        return new HomeLink("/simulator/status", "what this simulator is doing");
    }
}
