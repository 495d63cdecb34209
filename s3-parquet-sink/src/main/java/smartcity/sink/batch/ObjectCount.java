package smartcity.sink.batch;

import java.util.Map;
import java.util.OptionalInt;

/// How many objects a range has, as a label of each of them: so that a range of which only a part is stored can be
/// recognised without reading its records again.
public final class ObjectCount {
    private static final String LABEL = "objects-of-range";

    private ObjectCount() {}

    static String label() {
        return LABEL;
    }

    /// Whether this is the name of the label.
    public static boolean isLabel(String name) {
        return name.equals(LABEL);
    }

    /// The number that an object's labels state; empty for an object of a version that did not state it.
    public static OptionalInt of(Map<String, String> labels) {
        String count = labels.get(LABEL);
        return count != null && count.matches("\\d{1,9}")
                ? OptionalInt.of(Integer.parseInt(count))
                : OptionalInt.empty();
    }
}
