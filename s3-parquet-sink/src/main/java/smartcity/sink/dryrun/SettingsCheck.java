package smartcity.sink.dryrun;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import smartcity.sink.loop.LoopSettings;
import smartcity.sink.loop.MemoryBudget;
import smartcity.sink.setup.ConsumerSetup;
import smartcity.sink.setup.TopicSetup;
import smartcity.sink.store.S3ObjectStore;

/// The part of a dry run that looks at settings and schemas: makes everything that is made of them, each by
/// itself, so that one mistake does not hide another.
@Singleton
class SettingsCheck {
    private final List<Instance<?>> made;

    SettingsCheck(
            Instance<TopicSetup> topics,
            Instance<S3ObjectStore> store,
            Instance<LoopSettings> settings,
            Instance<MemoryBudget> memory,
            Instance<ConsumerSetup> consumers) {
        this.made = List.of(topics, store, settings, memory, consumers);
    }

    void look(DryRunReport report) {
        made.forEach(one -> report.with(one::get, _ -> {}));
        if (report.sound()) {
            report.line("keep every rule");
        }
    }
}
