package smartcity.sink.operations;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import smartcity.http.HomeLink;

/// What the sink links to on its page.
class SinkLinks {
    @Produces
    @Singleton
    HomeLink status() {
        return new HomeLink("/sink/status", "what has landed, what is held and what is not read yet");
    }
}
