package smartcity.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A length of time as people type it: `90s`, `5m`, `1h`, or ISO-8601 such as `PT1M30S`.
final class DurationOption implements ITypeConverter<Duration> {
    private static final Pattern SHORT = Pattern.compile("\\d+[smh]");

    @Override
    public Duration convert(String text) {
        Matcher shortForm = SHORT.matcher(text);
        try {
            Duration duration = Duration.parse(shortForm.matches() ? "PT" + text.toUpperCase(Locale.ROOT) : text);
            if (duration.isPositive()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("expected a time such as 90s, 5m or 1h, got: " + text);
        }
        throw new TypeConversionException("must be longer than nothing but was " + text);
    }
}
