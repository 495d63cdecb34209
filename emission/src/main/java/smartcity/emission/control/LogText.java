package smartcity.emission.control;

/// Text from a topic as the log may have it: on one line, without control characters, and not long.
final class LogText {
    /// Characters at most [chosen, not measured].
    private static final int LONGEST = 200;

    private LogText() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(character -> append(character, shown));
        return text.codePointCount(0, text.length()) > LONGEST
                ? shown.append("...").toString()
                : shown.toString();
    }

    private static void append(int character, StringBuilder shown) {
        boolean harmless = switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
        if (harmless) {
            shown.appendCodePoint(character);
        } else {
            shown.append("\\u{").append(Integer.toHexString(character)).append('}');
        }
    }
}
