package smartcity.sink.loop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Requests to land what is held: made on any thread, looked after on the loop's.
final class FlushRequests {
    private record Flush(Map<Lane, Long> targets, long records, CompletableFuture<FlushOutcome> answer) {}

    private final Queue<CompletableFuture<FlushOutcome>> asked = new ConcurrentLinkedQueue<>();
    private final List<Flush> active = new ArrayList<>();

    /// Asks for it, from any thread.
    CompletableFuture<FlushOutcome> ask() {
        CompletableFuture<FlushOutcome> answer = new CompletableFuture<>();
        asked.add(answer);
        return answer;
    }

    /// Takes what has been asked since the last call, and answers what has landed.
    void look(Collection<Lane> lanes) {
        CompletableFuture<FlushOutcome> next;
        while ((next = asked.poll()) != null) {
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
                return flush.answer.complete(new FlushOutcome.Incomplete(
                        "partition " + lane.partition() + " went to another member of the group"));
            }
            if (!landed) {
                return false;
            }
        }
        return flush.answer.complete(new FlushOutcome.Landed(flush.records));
    }

    /// Whether what `lane` holds open is wanted in the bucket.
    boolean wants(Lane lane) {
        return active.stream().anyMatch(flush -> {
            Long target = flush.targets.get(lane);
            return target != null && !lane.landedUpTo(target);
        });
    }

    /// The loop ends: nobody will look after the requests any more.
    void end() {
        look(List.of());
        active.forEach(flush -> flush.answer.complete(new FlushOutcome.Incomplete("the sink stops")));
        active.clear();
    }
}
