package smartcity.sink.dryrun;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Instance;

/// Checks everything that can be checked without landing anything, and prints what would be done.
public class DryRun implements QuarkusApplication {
    private final SettingsCheck settings;
    private final Instance<BucketCheck> bucket;
    private final Instance<TopicsCheck> topics;

    DryRun(SettingsCheck settings, Instance<BucketCheck> bucket, Instance<TopicsCheck> topics) {
        this.settings = settings;
        this.bucket = bucket;
        this.topics = topics;
    }

    @Override
    public int run(String... args) {
        DryRunReport report = new DryRunReport();
        report.section("Settings and schemas");
        settings.look(report);
        report.section("Bucket");
        report.with(bucket::get, check -> check.look(report));
        report.section("Topics");
        report.with(topics::get, check -> check.look(report));
        System.out.print(report);
        System.out.flush();
        return report.sound() ? 0 : 1;
    }
}
