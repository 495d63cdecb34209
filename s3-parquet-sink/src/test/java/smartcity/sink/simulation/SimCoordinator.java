package smartcity.sink.simulation;

import java.util.function.Function;

/// The broker's side of one group.
final class SimCoordinator {
    private final String name;
    private final SimGroup members;
    private final SimOffsets offsets;

    SimCoordinator(String name, SimWorld world, Function<SimWorld, SimGroup> members) {
        this.name = name;
        this.members = members.apply(world);
        this.offsets = new SimOffsets(world, this);
    }

    /// Of the group.
    String name() {
        return name;
    }

    SimGroup members() {
        return members;
    }

    SimOffsets offsets() {
        return offsets;
    }
}
