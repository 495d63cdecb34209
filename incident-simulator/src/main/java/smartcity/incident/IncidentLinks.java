package smartcity.incident;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import smartcity.http.HomeLink;

/// What this simulator links to on its page, beside its status.
class IncidentLinks {
    @Produces
    @Singleton
    HomeLink incidents() {
        return new HomeLink("/incidents", "the incidents on the road");
    }
}
