package smartcity.chaos;

import java.time.Duration;

/// What happens to requests to S3.
///
/// @param unavailable share answered by 503, 0 to 1
/// @param lostRequests share cut off before they are carried out
/// @param lostAnswers share cut off after they were carried out
/// @param delay before anything else
record S3Faults(double unavailable, double lostRequests, double lostAnswers, Duration delay) {
    static final S3Faults NONE = new S3Faults(0, 0, 0, Duration.ZERO);

    static S3Faults unavailable(double share) {
        return new S3Faults(share, 0, 0, Duration.ZERO);
    }

    static S3Faults flaky(double share, Duration delay) {
        return new S3Faults(0, share, share, delay);
    }
}
