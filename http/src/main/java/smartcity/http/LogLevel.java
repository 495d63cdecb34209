package smartcity.http;

import java.util.logging.Level;

/// How much a category logs: lines of this level, and those of the levels before it. TRACE is not among them, as the
/// services are built without it.
public enum LogLevel {
    OFF(Level.OFF),
    ERROR(org.jboss.logmanager.Level.ERROR),
    WARN(org.jboss.logmanager.Level.WARN),
    INFO(org.jboss.logmanager.Level.INFO),
    DEBUG(org.jboss.logmanager.Level.DEBUG);

    @SuppressWarnings("ImmutableEnumChecker") // a constant of the log manager
    private final Level level;

    LogLevel(Level level) {
        this.level = level;
    }

    /// What the log manager takes.
    Level level() {
        return level;
    }

    /// The first of these levels that has all lines of another one.
    static LogLevel of(Level level) {
        for (LogLevel known : values()) {
            if (known.level.intValue() <= level.intValue()) {
                return known;
            }
        }
        return DEBUG;
    }
}
