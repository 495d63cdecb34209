package smartcity.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// An instant as people type it: a date, which means its beginning in UTC, or ISO-8601 such as `2026-11-01T08:00:00Z`.
final class InstantOption implements ITypeConverter<Instant> {
    private static final int DATE_LENGTH = "2026-11-01".length();

    @Override
    public Instant convert(String text) {
        try {
            return text.length() == DATE_LENGTH
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "expected a date such as 2026-11-01 or an instant such as 2026-11-01T08:00:00Z, got: " + text);
        }
    }
}
