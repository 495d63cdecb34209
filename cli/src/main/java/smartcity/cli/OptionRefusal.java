package smartcity.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with the options of a command, in words for people.
final class OptionRefusal {
    private static final Map<String, String> TYPES = Map.of(
            " is not an int", " is not a whole number",
            " is not a long", " is not a whole number",
            " is not a double", " is not a number");

    private OptionRefusal() {}

    static String sentence(ParameterException refusal) {
        String command = refusal.getCommandLine().getCommandName();
        if (refusal instanceof UnmatchedArgumentException unmatched) {
            String argument = unmatched.getUnmatched().getFirst();
            return argument.startsWith("-")
                    ? command + " has no option " + argument + similar(unmatched)
                    : command + " does not take: " + argument
                            + (command.equals("query") ? " (put the SQL in quotes)" : "");
        }
        String message = String.valueOf(refusal.getMessage());
        for (Map.Entry<String, String> type : TYPES.entrySet()) {
            message = message.replace(type.getKey(), type.getValue());
        }
        return message;
    }

    private static String similar(UnmatchedArgumentException unmatched) {
        List<String> suggestions = unmatched.getSuggestions();
        return suggestions.isEmpty() ? "" : "; similar: " + String.join(", ", suggestions);
    }
}
