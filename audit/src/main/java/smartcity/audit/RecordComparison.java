package smartcity.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smartcity.audit.kafka.RecordDigest;
import smartcity.audit.report.Finding;
import smartcity.audit.report.FindingKind;

/// Compares the records that the objects of a cut were made of with Kafka's records at the same offsets, by the
/// checksum that each object's footer states. For one thread.
///
/// The checksum is the sum, modulo 2^64, over the records of an object: CRC-32C and length of the value, mixed, plus
/// offset times 2^64 / golden ratio, mixed; to mix is the finalizer of SplitMix64. The CRC is of the whole record, in
/// objects of former versions of its value alone.
final class RecordComparison {
    private static final String OF_ALL = "whole-crc32c-";
    private static final String OF_VALUES = "crc32c-";
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private static final class Sum {
        private final ObjectFacts object;
        private long sumOfAll;
        private long sumOfValues;
        private long records;

        Sum(ObjectFacts object) {
            this.object = object;
        }

        /// Whether all of its records are in Kafka, and the sum is known.
        boolean comparable() {
            return (states(OF_ALL) || states(OF_VALUES))
                    && records == object.offsets().size();
        }

        private boolean states(String function) {
            String stated = object.checksum();
            return stated != null && stated.startsWith(function);
        }

        void add(long offset, RecordDigest digest) {
            sumOfAll += mixed(mixed(digest.ofAll()) + offset * GAMMA);
            sumOfValues += mixed(mixed(digest.ofValue()) + offset * GAMMA);
            records++;
        }

        String found() {
            return states(OF_ALL) ? OF_ALL + "%016x".formatted(sumOfAll) : OF_VALUES + "%016x".formatted(sumOfValues);
        }
    }

    private final List<Sum> sums;
    private @Nullable Sum last;

    RecordComparison(List<ObjectFacts> objects) {
        this.sums = objects.stream().map(Sum::new).toList();
    }

    /// A record of Kafka; see [smartcity.audit.kafka.RecordVisitor#record].
    void add(long offset, RecordDigest digest) {
        Sum of = last;
        if (of == null || !of.object.offsets().contains(offset)) {
            of = sums.stream()
                    .filter(sum -> sum.object.offsets().contains(offset))
                    .findFirst()
                    .orElse(null);
            last = of;
        }
        if (of != null) {
            of.add(offset, digest);
        }
    }

    private static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /// The objects whose rows were made of other records than Kafka has.
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Sum sum : sums) {
            if (sum.comparable() && !sum.found().equals(sum.object.checksum())) {
                findings.add(sum.object
                        .object()
                        .finding(
                                FindingKind.OTHER_RECORDS,
                                sum.object.offsets(),
                                "its rows were made of other records than Kafka has at these offsets"));
            }
        }
        return findings;
    }

    /// Number of objects that could not be compared: of an earlier version, or Kafka does not have all their records.
    long notComparable() {
        return sums.stream().filter(sum -> !sum.comparable()).count();
    }
}
