package smartcity.sink.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Everything around the replicas, and the order in which everything moves: on one thread, one step at a time. One
/// that sleeps or waits in the middle of a step does so in the middle of its stack; the others go on above it.
final class World {
    private static final int DEEPEST = 4;
    private static final int LONGEST_SLEEP = 40;

    final Chance chance;
    final Profile profile;
    final Mutant mutant;
    final SimClock clock = new SimClock();
    final Trace trace;
    final Topics topics;
    final Outages outages = new Outages(clock);
    final Referee referee = new Referee(this);
    final Offsets offsets = new Offsets(this);
    final Lake lake = new Lake(this);
    final List<Replica> replicas = new ArrayList<>();
    private final Group group;
    private final Fate fate;
    private int started;
    private int depth;
    private int stepsLeft;

    /// Whether things may still go wrong.
    boolean chaos = true;

    World(Chance chance, Profile profile, Mutant mutant, boolean traced) {
        this.chance = chance;
        this.profile = profile;
        this.mutant = mutant;
        this.trace = new Trace(traced, clock);
        this.topics = new Topics(chance);
        this.group = profile.next() ? new NextGroup(this) : new ClassicGroup(this);
        this.stepsLeft = profile.steps();
        this.fate = new Fate(this);
    }

    Group group() {
        return group;
    }

    Replica start() {
        Replica replica = new Replica(this, "p" + ++started);
        replicas.add(replica);
        trace.say("%s starts", replica.name());
        return replica;
    }

    /// Whether the request now under way goes wrong.
    boolean faulty() {
        return chaos && chance.permille(profile.fault());
    }

    /// One step of something, and a little time.
    void step() {
        if (--stepsLeft <= 0) {
            chaos = false;
            return;
        }
        fate.step();
        advance(chance.millis(0, 150));
    }

    void advance(Duration time) {
        clock.pass(time);
        group.tick();
    }

    /// A place where the replica may be killed, or stopped for a while.
    void point(Replica replica, String where) {
        replica.check();
        if (!chaos) {
            return;
        }
        int fortune = chance.below(1000);
        if (fortune < profile.crash()) {
            trace.say("%s is killed %s", replica.name(), where);
            replica.die();
            throw new Crash();
        }
        if (fortune < profile.crash() + profile.sleep() && depth < DEEPEST) {
            sleep(replica, where);
        }
    }

    private void sleep(Replica replica, String where) {
        Instant until = clock.instant().plus(chance.millis(100, chance.permille(300) ? 90_000 : 20_000));
        trace.say("%s is stopped %s until %s", replica.name(), where, until);
        replica.asleep(true);
        depth++;
        for (int i = 0; i < LONGEST_SLEEP && chaos && clock.instant().isBefore(until); i++) {
            step();
        }
        depth--;
        if (clock.instant().isBefore(until)) {
            advance(Duration.between(clock.instant(), until));
        }
        replica.asleep(false);
        trace.say("%s wakes %s", replica.name(), where);
        replica.check();
    }

    /// The loop of a replica waits; others go on.
    void pass(Replica replica, Duration time) {
        replica.check();
        Instant until = clock.instant().plus(time);
        if (chaos && depth < DEEPEST && chance.permille(300)) {
            depth++;
            for (int i = chance.between(1, 6); i > 0 && clock.instant().isBefore(until); i--) {
                step();
            }
            depth--;
        }
        if (clock.instant().isBefore(until)) {
            advance(Duration.between(clock.instant(), until));
        }
        replica.check();
    }
}
