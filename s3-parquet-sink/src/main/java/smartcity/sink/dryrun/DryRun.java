package smartcity.sink.dryrun;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Instance;

/// Checks everything that can be checked without landing a record, and prints what the sink would do.
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
        settings.check(report);
        report.section("Bucket");
        report.checkMade(bucket::get, check -> check.check(report));
        report.section("Topics");
        report.checkMade(topics::get, check -> check.check(report));
        System.out.print(report);
        System.out.flush();
        return report.hasNoProblem() ? 0 : 1;
    }
}
