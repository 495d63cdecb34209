package smartcity.event;

import java.time.Duration;

/// How long an incident lasts, from its begin until its lanes are clear.
public final class IncidentDuration {
    /// At least [chosen].
    public static final Duration SHORTEST = Duration.ofMinutes(5);

    /// At most [chosen].
    public static final Duration LONGEST = Duration.ofHours(4);

    private IncidentDuration() {}
}
