package smartcity.sink.dryrun;

import jakarta.inject.Singleton;
import smartcity.sink.store.ListOutcome;
import smartcity.sink.store.S3ObjectStore;
import smartcity.sink.store.WriteProbe;
import smartcity.sink.store.WriteProbe.ProbeResult;

/// Checks the bucket: credentials, permission to write and to list, conditional writes.
@Singleton
class BucketCheck {
    private final S3ObjectStore store;
    private final WriteProbe probe;

    BucketCheck(S3ObjectStore store, WriteProbe probe) {
        this.store = store;
        this.probe = probe;
    }

    void check(DryRunReport report) {
        report.line("objects are stored in " + store.location());
        switch (probe.probe()) {
            case ProbeResult.Writable(boolean conditional, boolean conditionalInParts) -> {
                report.line("can be written to; " + probe.key() + " stays there");
                report.line("a second object with the same key is " + outcome(conditional) + " in one request, and "
                        + outcome(conditionalInParts) + " in parts");
            }
            case ProbeResult.Unavailable(String reason) -> report.problem("Failed to reach bucket: " + reason);
            case ProbeResult.Refused(String reason) -> report.problem("Failed to write to bucket: " + reason);
        }
        switch (store.list(probe.key(), _ -> {})) {
            case ListOutcome.Listed _ -> report.line("can be listed");
            case ListOutcome.Unavailable(String reason) ->
                report.problem("Failed to list bucket, which needs s3:ListBucket: " + reason);
        }
    }

    private static String outcome(boolean conditional) {
        return conditional ? "refused" : "accepted (a replay overwrites an object with the same rows)";
    }
}
