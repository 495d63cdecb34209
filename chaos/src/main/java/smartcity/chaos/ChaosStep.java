package smartcity.chaos;

import java.time.Duration;

/// A fault or a change of the sinks, of S3 or of Kafka.
///
/// @param at since the start
/// @param act what
/// @param sink to which sink, 0 to 2; 0 where it concerns none
record ChaosStep(Duration at, Act act, int sink) {
    /// The kinds of steps.
    enum Act {
        /// The sink is started.
        START,
        /// SIGKILL, then the sink is started again.
        KILL,
        /// SIGSTOP.
        PAUSE,
        /// SIGCONT.
        RESUME,
        /// SIGTERM: the sink lands its open batches and leaves the group.
        TERMINATE,
        /// S3's port is closed, and everything under way is cut off.
        S3_DOWN,
        /// S3's port is open.
        S3_UP,
        /// S3 answers half of the requests by 503.
        S3_UNAVAILABLE,
        /// S3 is slow, and loses requests and answers.
        S3_FLAKY,
        /// S3 works.
        S3_HEALTHY,
        /// The broker is stopped in its own way and started again.
        KAFKA_RESTART,
        /// The broker is killed and started again.
        KAFKA_CRASH,
        /// SIGSTOP of the broker.
        KAFKA_PAUSE,
        /// SIGCONT of the broker.
        KAFKA_RESUME,
        /// One sink after the other is terminated and started with other rules.
        UPGRADE,
        /// A topic beside the load's is deleted and created again, with other records.
        RECREATE
    }

    @Override
    public String toString() {
        boolean ofSink = switch (act) {
            case START, KILL, PAUSE, RESUME, TERMINATE -> true;
            case S3_DOWN,
                    S3_UP,
                    S3_UNAVAILABLE,
                    S3_FLAKY,
                    S3_HEALTHY,
                    KAFKA_RESTART,
                    KAFKA_CRASH,
                    KAFKA_PAUSE,
                    KAFKA_RESUME,
                    UPGRADE,
                    RECREATE -> false;
        };
        return "%3d s  %s%s".formatted(at.toSeconds(), act, ofSink ? " sink-" + sink : "");
    }
}
