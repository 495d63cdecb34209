package smartcity.sink.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/// The next-generation protocol (KIP-848): each member moves to the group's newest epoch by itself; a partition
/// is given away when its old owner has said that it let go, or was removed. A member may be behind its own epoch for a
/// moment; its commits are refused meanwhile, though it keeps its partitions.
/// After Kafka 4.1 `GroupMetadataManager`, `ConsumerGroup` and `CommitRequestManager`.
final class NextGroup implements SimGroup {
    private static final Duration SESSION = Duration.ofSeconds(12);
    private static final Duration REBALANCE = Duration.ofSeconds(60);
    private static final int ANSWER_DELAYED = 150;

    private static final class Member {
        final SimConsumer client;
        Instant seen;
        Instant revokingSince = Instant.MAX;
        int epoch;
        Set<TopicPartition> assigned = new HashSet<>();
        final Set<TopicPartition> leaving = new HashSet<>();

        Member(SimConsumer client, Instant seen) {
            this.client = client;
            this.seen = seen;
        }
    }

    private final SimWorld world;
    private final Map<String, Member> members = new TreeMap<>();
    private Map<String, Set<TopicPartition>> target = Map.of();
    private int groupEpoch;

    NextGroup(SimWorld world) {
        this.world = world;
    }

    @Override
    public void poll(SimConsumer client) {
        if (client.epoch > 0 && !members.containsKey(client.memberId)) {
            client.loseMembership();
        }
        if (client.epoch <= 0) {
            join(client);
        }
        Member member = members.get(client.memberId);
        if (member == null) {
            return;
        }
        reconcile(client.memberId, member);
        if (world.chaos && world.chance.permille(ANSWER_DELAYED)) {
            return;
        }
        client.epoch = member.epoch;
        client.become(new HashSet<>(member.assigned));
        if (!member.leaving.isEmpty() && members.containsKey(client.memberId)) {
            world.trace.say("%s let go of %s", client.memberId, member.leaving);
            member.leaving.clear();
            member.revokingSince = Instant.MAX;
            reconcile(client.memberId, member);
        }
    }

    private void join(SimConsumer client) {
        if (client.memberId.isEmpty()) {
            client.memberId = client.replica().name();
        }
        if (!members.containsKey(client.memberId)) {
            members.put(client.memberId, new Member(client, world.clock.instant()));
            retarget(client.memberId + " is new");
        }
    }

    private void retarget(String reason) {
        groupEpoch++;
        world.trace.say("group epoch %d: %s", groupEpoch, reason);
        Map<TopicPartition, String> owners = new HashMap<>();
        members.forEach((id, member) -> member.assigned.forEach(partition -> owners.put(partition, id)));
        target = members.isEmpty()
                ? Map.of()
                : SimAssignor.balance(members.keySet(), owners, world.topics.partitions(), world.chance);
    }

    /// What the coordinator does at a heartbeat.
    private void reconcile(String id, Member member) {
        if (!member.leaving.isEmpty()) {
            return;
        }
        Set<TopicPartition> wanted = target.getOrDefault(id, Set.of());
        member.leaving.addAll(member.assigned);
        member.leaving.removeAll(wanted);
        if (!member.leaving.isEmpty()) {
            member.assigned.removeAll(member.leaving);
            member.revokingSince = world.clock.instant();
            world.trace.say("%s is to let go of %s", id, member.leaving);
            return;
        }
        member.epoch = groupEpoch;
        wanted.stream()
                .filter(partition -> members.values().stream()
                        .noneMatch(other -> other.assigned.contains(partition) || other.leaving.contains(partition)))
                .forEach(member.assigned::add);
    }

    @Override
    public boolean takes(String id, int epoch) {
        Member member = members.get(id);
        return member != null && member.epoch == epoch;
    }

    @Override
    public void leave(SimConsumer client) {
        if (members.remove(client.memberId) != null) {
            retarget(client.memberId + " leaves");
        }
    }

    @Override
    public void tick() {
        Instant now = world.clock.instant();
        boolean removed = members.entrySet().removeIf(entry -> {
            Member member = entry.getValue();
            if (member.client.heartbeatArrives()) {
                member.seen = now;
            }
            boolean slow = member.revokingSince.isBefore(now.minus(REBALANCE));
            boolean gone = slow || now.isAfter(member.seen.plus(SESSION));
            if (gone) {
                world.trace.say("coordinator removes %s", entry.getKey());
            }
            return gone;
        });
        if (removed) {
            retarget("members were removed");
        }
    }

    @Override
    public void topicsChanged() {
        retarget("topics changed");
    }

    @Override
    public void forget() {
        members.clear();
        target = Map.of();
    }

    @Override
    public boolean empty() {
        return members.isEmpty();
    }
}
