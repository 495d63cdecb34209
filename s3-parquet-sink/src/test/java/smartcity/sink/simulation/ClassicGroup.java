package smartcity.sink.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// The classic protocol with cooperative rebalances: a generation ends when all members have joined the next; a
/// partition that is to move is first taken from its owner in one generation and given away in the next.
/// After Kafka 4.1 `ConsumerCoordinator`, `AbstractCoordinator` and `ClassicGroup`.
final class ClassicGroup implements SimGroup {
    static final Duration SESSION = Duration.ofSeconds(10);
    private static final Duration REBALANCE = Duration.ofSeconds(60);

    private static final class Member {
        final SimConsumer client;
        Instant seen;
        boolean joined;

        @Nullable
        Set<TopicPartition> unread;

        Set<TopicPartition> owned = Set.of();

        Member(SimConsumer client, Instant seen) {
            this.client = client;
            this.seen = seen;
        }
    }

    private final SimWorld world;
    private final Map<String, Member> members = new TreeMap<>();
    private int generation;
    private int lastMember;
    private boolean preparing;
    private Instant preparingSince = Instant.MIN;

    ClassicGroup(SimWorld world) {
        this.world = world;
    }

    @Override
    public void poll(SimConsumer client) {
        if (!client.memberId.isEmpty() && !members.containsKey(client.memberId)) {
            client.loseMembership();
        }
        if (client.memberId.isEmpty()) {
            client.memberId = client.replica().name() + "-" + ++lastMember;
            members.put(client.memberId, new Member(client, now()));
            prepare(client.memberId + " is new");
        }
        Member member = member(client);
        if (client.rejoin && !preparing) {
            prepare(client.memberId + " rejoins");
        }
        if (preparing && !member.joined) {
            member.joined = true;
            member.owned = new HashSet<>(client.assignment());
            client.waiting = true;
            client.rejoin = false;
        }
        complete();
        Set<TopicPartition> assigned = member.unread;
        if (assigned != null && !preparing) {
            member.unread = null;
            client.waiting = false;
            client.epoch = generation;
            client.rejoin = client.become(assigned);
        }
    }

    private Member member(SimConsumer client) {
        Member member = members.get(client.memberId);
        if (member == null) {
            throw new IllegalStateException("Failed to find member " + client.memberId);
        }
        return member;
    }

    private Instant now() {
        return world.clock.instant();
    }

    private void prepare(String reason) {
        if (!preparing) {
            world.trace.say("rebalance: %s", reason);
            preparing = true;
            preparingSince = now();
        }
    }

    private void complete() {
        if (!preparing || !members.values().stream().allMatch(member -> member.joined)) {
            return;
        }
        preparing = false;
        generation++;
        Map<TopicPartition, String> owners = new HashMap<>();
        members.forEach((id, member) -> member.owned.forEach(partition -> owners.put(partition, id)));
        SimAssignor.balance(members.keySet(), owners, world.topics.partitions(), world.chance)
                .forEach((id, target) -> {
                    target.removeIf(partition -> !id.equals(owners.getOrDefault(partition, id)));
                    world.trace.say("generation %d: %s gets %s", generation, id, target);
                    Member member = members.get(id);
                    if (member != null) {
                        member.unread = target;
                        member.joined = false;
                    }
                });
    }

    @Override
    public boolean takes(String member, int epoch) {
        return members.containsKey(member) && epoch == generation;
    }

    @Override
    public void leave(SimConsumer client) {
        if (members.remove(client.memberId) != null) {
            prepare(client.memberId + " leaves");
        }
    }

    @Override
    public void tick() {
        Instant now = now();
        boolean late = preparing && now.isAfter(preparingSince.plus(REBALANCE));
        boolean removed = members.entrySet().removeIf(entry -> {
            Member member = entry.getValue();
            if (member.client.heartbeatArrives()) {
                member.seen = now;
            }
            boolean gone = now.isAfter(member.seen.plus(SESSION)) || (late && !member.joined);
            if (gone) {
                world.trace.say("coordinator removes %s", entry.getKey());
            }
            return gone;
        });
        if (removed) {
            prepare("members were removed");
        }
    }

    @Override
    public void topicsChanged() {
        prepare("topics changed");
    }

    @Override
    public void forget() {
        members.clear();
        preparing = false;
    }

    @Override
    public boolean empty() {
        return members.isEmpty();
    }
}
