package smartcity.cli;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import smartcity.local.run.SimulationStart;

/// A time of day in UTC such as `08:00`, or a date or instant as [InstantOption] takes it.
final class StartOption implements ITypeConverter<SimulationStart> {
    @Override
    public SimulationStart convert(String text) {
        try {
            return text.contains("-")
                    ? SimulationStart.at(new InstantOption().convert(text))
                    : SimulationStart.at(LocalTime.parse(text));
        } catch (DateTimeParseException | TypeConversionException e) {
            throw new TypeConversionException(
                    "expected a time such as 08:00 (UTC), a date such as 2026-11-01 or an instant"
                            + " such as 2026-11-01T08:00:00Z, got: " + text);
        }
    }
}
