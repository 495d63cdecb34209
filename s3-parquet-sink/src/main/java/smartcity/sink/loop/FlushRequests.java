package smartcity.sink.loop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Requests to land what is held. They are made on any thread and answered on the loop's thread.
final class FlushRequests {
    private record Flush(Map<Lane, Long> targets, long records, CompletableFuture<FlushOutcome> answer) {}

    private final Queue<CompletableFuture<FlushOutcome>> requested = new ConcurrentLinkedQueue<>();
    private final List<Flush> active = new ArrayList<>();

    /// Requests a flush, from any thread.
    CompletableFuture<FlushOutcome> request() {
        CompletableFuture<FlushOutcome> answer = new CompletableFuture<>();
        requested.add(answer);
        return answer;
    }

    /// Accepts the requests made since the last call, and answers those whose records have landed.
    void update(Collection<Lane> lanes) {
        CompletableFuture<FlushOutcome> next;
        while ((next = requested.poll()) != null) {
            Map<Lane, Long> targets = new HashMap<>();
            lanes.forEach(lane -> lane.heldUpTo().ifPresent(offset -> targets.put(lane, offset)));
            active.add(new Flush(
                    targets, lanes.stream().mapToLong(Lane::heldRecords).sum(), next));
        }
        active.removeIf(FlushRequests::answered);
    }

    private static boolean answered(Flush flush) {
        if (flush.answer.isDone()) {
            return true;
        }
        for (Map.Entry<Lane, Long> target : flush.targets.entrySet()) {
            Lane lane = target.getKey();
            boolean landed = lane.landedUpTo(target.getValue());
            if (lane.dropped() && !landed) {
                return flush.answer.complete(
                        new FlushOutcome.Incomplete("partition " + lane.partition() + " was revoked from this member"));
            }
            if (!landed) {
                return false;
            }
        }
        return flush.answer.complete(new FlushOutcome.Landed(flush.records));
    }

    /// Whether a request includes the open batch of `lane`.
    boolean include(Lane lane) {
        return active.stream().anyMatch(flush -> {
            Long target = flush.targets.get(lane);
            return target != null && !lane.landedUpTo(target);
        });
    }

    /// Answers all requests, as the loop ends.
    void end() {
        update(List.of());
        active.forEach(flush -> flush.answer.complete(new FlushOutcome.Incomplete("the sink stops")));
        active.clear();
    }
}
