package smartcity.sink.jsonschema;

import java.util.ArrayList;
import java.util.List;

/// What describes a value: one subschema of a file, or several that apply together or by choice.
sealed interface Subschema {
    /// A subschema as it is written.
    record Written(SubschemaLocation place) implements Subschema {}

    /// All of these apply.
    record AllOf(List<Subschema> parts) implements Subschema {}

    /// One of these applies.
    record AnyOf(List<Subschema> branches) implements Subschema {}

    /// Where a refusal points to.
    default SubschemaLocation place() {
        return switch (this) {
            case Written(SubschemaLocation place) -> place;
            case AllOf(List<Subschema> parts) -> parts.getFirst().place();
            case AnyOf(List<Subschema> branches) -> branches.getFirst().place();
        };
    }

    static Subschema allOf(Subschema one, Subschema other) {
        List<Subschema> parts = new ArrayList<>(one instanceof AllOf(List<Subschema> all) ? all : List.of(one));
        parts.addAll(other instanceof AllOf(List<Subschema> all) ? all : List.of(other));
        return new AllOf(List.copyOf(parts));
    }

    static Subschema anyOf(Subschema one, Subschema other) {
        List<Subschema> branches = new ArrayList<>(one instanceof AnyOf(List<Subschema> any) ? any : List.of(one));
        branches.addAll(other instanceof AnyOf(List<Subschema> any) ? any : List.of(other));
        return new AnyOf(List.copyOf(branches));
    }
}
