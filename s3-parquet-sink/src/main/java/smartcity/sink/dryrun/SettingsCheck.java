package smartcity.sink.dryrun;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import smartcity.sink.loop.LoopSettings;
import smartcity.sink.loop.MemoryBudget;
import smartcity.sink.setup.ConsumerSetup;
import smartcity.sink.setup.SinkVariables;
import smartcity.sink.setup.TopicSetup;
import smartcity.sink.store.S3ObjectStore;

/// Checks settings and schemas: makes everything that is made of them, separately, so that one mistake does not hide
/// another.
@Singleton
class SettingsCheck {
    private final List<Instance<?>> made;

    SettingsCheck(
            Instance<SinkVariables> variables,
            Instance<TopicSetup> topics,
            Instance<S3ObjectStore> store,
            Instance<LoopSettings> settings,
            Instance<MemoryBudget> memory,
            Instance<ConsumerSetup> consumers) {
        this.made = List.of(variables, topics, store, settings, memory, consumers);
    }

    void check(DryRunReport report) {
        made.forEach(one -> report.checkMade(one::get, _ -> {}));
        if (report.hasNoProblem()) {
            report.line("valid");
        }
    }
}
