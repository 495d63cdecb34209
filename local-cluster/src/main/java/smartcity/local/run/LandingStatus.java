package smartcity.local.run;

import java.util.List;
import smartcity.local.infra.TopicProgress;

/// How far the sink is, and a way to hurry it.
interface LandingStatus {
    /// Produced and landed records per topic.
    List<TopicProgress> progress();

    /// Asks the sink to land what it holds now instead of at its next turn; returns without waiting for it.
    void hurry();
}
