package smartcity.local.run;

import java.util.List;
import smartcity.local.infra.TopicProgress;

/// The progress of the sink, and a way to flush it.
interface LandingStatus {
    /// Produced and landed records per topic.
    List<TopicProgress> progress();

    /// Requests the sink to land its open batches now; returns without waiting for it.
    void flush();
}
