package smartcity.sink.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.threeten.extra.MutableClock;

/// Everything around the replicas, and the order in which everything moves: on one thread, one step at a time. One
/// that is paused or waits in the middle of a step does so in the middle of its stack; the others continue above it.
final class SimWorld {
    /// When every schedule begins.
    static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    /// The group that lands the topics.
    static final String GROUP = "sink";

    private static final int DEEPEST = 4;
    private static final int LONGEST_PAUSE = 40;

    final ScheduleChance chance;
    final ScheduleProfile profile;
    final ProtocolMutant mutant;
    final MutableClock clock = MutableClock.of(START, ZoneOffset.UTC);
    final SimWallClock wall = new SimWallClock(clock);
    final ScheduleTrace trace;
    final SimTopics topics;
    final SimOutages outages = new SimOutages(clock);
    final OperatorSettings settings = new OperatorSettings();
    final PromiseReferee referee = new PromiseReferee(this);
    final WorldSteps steps = new WorldSteps();
    final SimLake lake = new SimLake(this);
    final List<SimReplica> replicas = new ArrayList<>();
    final SimCoordinator coordinator;
    private final SimCoordinator otherGroup;
    private final ScheduleChoices fate;
    private int started;
    private int depth;
    private int stepsLeft;

    /// Whether things may still go wrong.
    boolean chaos = true;

    /// Whether replicas take turns while another one waits, although nothing goes wrong.
    boolean together;

    SimWorld(ScheduleChance chance, ScheduleProfile profile, ProtocolMutant mutant, boolean traced) {
        this.chance = chance;
        this.profile = profile;
        this.mutant = mutant;
        this.trace = new ScheduleTrace(traced, clock);
        this.topics = new SimTopics(chance);
        this.coordinator = new SimCoordinator(GROUP, this, SimWorld::group);
        this.otherGroup = new SimCoordinator("other", this, SimWorld::group);
        this.stepsLeft = profile.steps();
        this.fate = new ScheduleChoices(this);
    }

    private static SimGroup group(SimWorld world) {
        return world.profile.next() ? new NextGroup(world) : new ClassicGroup(world);
    }

    void start() {
        start(coordinator);
    }

    /// Starts a replica of another sink, with the same bucket, prefix and topics.
    void startOtherGroup() {
        start(otherGroup);
    }

    private void start(SimCoordinator group) {
        SimReplica replica = new SimReplica(this, "p" + ++started, group);
        replicas.add(replica);
        trace.say("%s starts in group %s", replica.name(), group.name());
    }

    /// The replicas of the group that lands the topics.
    List<SimReplica> members() {
        return replicas.stream()
                .filter(replica -> replica.coordinator() == coordinator)
                .toList();
    }

    /// Whether a replica of that group reports the partition as blocked now, for whatever reason.
    boolean blocked(TopicPartition partition) {
        return members().stream().anyMatch(replica -> replica.alive() && replica.blocks(partition));
    }

    void topicsChanged() {
        coordinator.members().topicsChanged();
        otherGroup.members().topicsChanged();
    }

    /// The coordinators have lost everything.
    void forgetGroups() {
        for (SimCoordinator group : List.of(coordinator, otherGroup)) {
            group.members().forget();
            group.offsets().forgetAll();
        }
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
        clock.add(time);
        coordinator.members().tick();
        otherGroup.members().tick();
    }

    /// A place where the replica may be killed, or stopped for a while.
    void point(SimReplica replica, String where) {
        replica.check();
        if (!chaos) {
            return;
        }
        int fortune = chance.below(1000);
        if (fortune < profile.crash()) {
            trace.say("%s is killed %s", replica.name(), where);
            replica.end();
            throw new SimCrash();
        }
        if (fortune < profile.crash() + profile.pause() && depth < DEEPEST) {
            pause(replica, where);
        }
    }

    private void pause(SimReplica replica, String where) {
        Instant until = clock.instant().plus(chance.millis(100, chance.permille(300) ? 90_000 : 20_000));
        trace.say("%s is paused %s until %s", replica.name(), where, until);
        replica.paused(true);
        depth++;
        for (int i = 0; i < LONGEST_PAUSE && chaos && clock.instant().isBefore(until); i++) {
            step();
        }
        depth--;
        if (clock.instant().isBefore(until)) {
            advance(Duration.between(clock.instant(), until));
        }
        replica.paused(false);
        trace.say("%s resumes %s", replica.name(), where);
        replica.check();
    }

    /// The loop of a replica waits; the others continue.
    void pass(SimReplica replica, Duration time) {
        replica.check();
        Instant until = clock.instant().plus(time);
        if (chaos && depth < DEEPEST && chance.permille(300)) {
            depth++;
            for (int i = chance.between(1, 6); i > 0 && clock.instant().isBefore(until); i--) {
                step();
            }
            depth--;
        }
        if (together && depth == 0) {
            depth++;
            replicas.stream().filter(SimReplica::ready).toList().forEach(SimReplica::turn);
            depth--;
        }
        if (clock.instant().isBefore(until)) {
            advance(Duration.between(clock.instant(), until));
        }
        replica.check();
    }
}
