package smartcity.sink.simulation;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import smartcity.sink.cut.CommitState;
import smartcity.sink.row.ConversionResult;
import smartcity.sink.row.Row;
import smartcity.sink.row.RowConverter;
import smartcity.sink.store.HeadOutcome;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.PutOutcome;

/// A way to break the protocol on purpose, at the seams of the real code: the consumer, the bucket or the converter
/// misbehaves. Over 200 lines, as there are ten.
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // all is on one thread
enum ProtocolMutant {
    /// Nothing is broken.
    NONE,

    /// Cuts are not made durable.
    NO_CUT {
        @Override
        SimConsumer consumer(SimWorld world, SimReplica replica) {
            return new SimConsumer(world, replica) {
                @Override
                public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
                    if (!declares(offsets)) {
                        super.commitSync(offsets, timeout);
                    }
                }
            };
        }
    },

    /// A cut counts as durable though the attempt to commit it failed.
    UPLOAD_BEFORE_THE_CUT_IS_ACKNOWLEDGED {
        @Override
        SimConsumer consumer(SimWorld world, SimReplica replica) {
            return new SimConsumer(world, replica) {
                @Override
                public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
                    try {
                        super.commitSync(offsets, timeout);
                    } catch (CommitFailedException | RetriableException e) {
                        if (!declares(offsets)) {
                            throw e;
                        }
                    }
                }
            };
        }
    },

    /// An object counts as stored when its upload begins.
    COMMIT_BEFORE_THE_UPLOAD {
        @Override
        ObjectStore store(SimWorld world, ObjectStore store) {
            return new FaultyStore(store) {
                @Override
                public PutOutcome putIfAbsent(NewObject object) {
                    world.lake.delay(object);
                    return new PutOutcome.Stored();
                }
            };
        }
    },

    /// A new owner does not look whether a cut is pending.
    PENDING_CUT_FORGOTTEN {
        @Override
        SimConsumer consumer(SimWorld world, SimReplica replica) {
            return new SimConsumer(world, replica) {
                @Override
                public Map<TopicPartition, OffsetAndMetadata> committed(
                        Set<TopicPartition> partitions, Duration timeout) {
                    Map<TopicPartition, OffsetAndMetadata> found = super.committed(partitions, timeout);
                    found.replaceAll((_, offset) -> offset == null ? null : new OffsetAndMetadata(offset.offset()));
                    return found;
                }
            };
        }
    },

    /// What is held of a partition is kept when the partition is revoked.
    REVOKED_BATCH_KEPT {
        @Override
        SimConsumer consumer(SimWorld world, SimReplica replica) {
            return new ForgetfulConsumer(world, replica);
        }
    },

    /// The window of a row is the hour in which it was read.
    WINDOW_BY_WALL_CLOCK {
        @Override
        RowConverter converter(SimWorld world, Row row, RowConverter converter) {
            return value -> {
                ConversionResult verdict = converter.convert(value);
                if (verdict instanceof ConversionResult.Accepted) {
                    row.putLong(
                            RowsConverter.TIME,
                            ChronoUnit.MICROS.between(java.time.Instant.EPOCH, world.clock.instant()));
                }
                return verdict;
            };
        }
    },

    /// An object's name has the start of its range, not the end.
    NAME_WITHOUT_THE_END {
        @Override
        ObjectStore store(SimWorld world, ObjectStore store) {
            return new FaultyStore(store) {
                @Override
                public PutOutcome putIfAbsent(NewObject object) {
                    return super.putIfAbsent(renamed(object, object.key().replaceAll("-\\d+\\.parquet", ".parquet")));
                }
            };
        }
    },

    /// After a lost answer the object is stored again, under another name.
    LOST_ANSWER_TAKEN_FOR_A_FAILURE {
        @Override
        ObjectStore store(SimWorld world, ObjectStore store) {
            return new FaultyStore(store) {
                private final Map<String, Integer> failures = new HashMap<>();

                @Override
                public PutOutcome putIfAbsent(NewObject object) {
                    int failed = failures.getOrDefault(object.key(), 0);
                    String suffix = failed == 0 ? ".parquet" : "-again" + failed + ".parquet";
                    PutOutcome outcome =
                            super.putIfAbsent(renamed(object, object.key().replace(".parquet", suffix)));
                    if (outcome instanceof PutOutcome.Unavailable) {
                        failures.merge(object.key(), 1, Integer::sum);
                    }
                    return outcome;
                }
            };
        }
    },

    /// A closed connection goes unnoticed, so that a late commit may hide a newer cut.
    LATE_COMMITS_IGNORED {
        @Override
        SimConsumer consumer(SimWorld world, SimReplica replica) {
            return new SimConsumer(world, replica) {
                @Override
                public Map<MetricName, ? extends Metric> metrics() {
                    return Map.of();
                }
            };
        }
    },

    /// A replay does not look before it puts.
    REPLAY_PUTS_BLINDLY {
        @Override
        ObjectStore store(SimWorld world, ObjectStore store) {
            return new FaultyStore(store) {
                @Override
                public HeadOutcome head(String key) {
                    return new HeadOutcome.Absent();
                }
            };
        }
    };

    SimConsumer consumer(SimWorld world, SimReplica replica) {
        return new SimConsumer(world, replica);
    }

    ObjectStore store(SimWorld world, ObjectStore store) {
        return store;
    }

    RowConverter converter(SimWorld world, Row row, RowConverter converter) {
        return converter;
    }

    private static boolean declares(Map<TopicPartition, OffsetAndMetadata> offsets) {
        return offsets.values().stream()
                .anyMatch(offset -> CommitState.of(offset.metadata()) instanceof CommitState.Pending);
    }

    private static NewObject renamed(NewObject object, String key) {
        return new NewObject(key, object.records(), object.labels(), object.content());
    }

    /// Continues with partitions that have been revoked from it, as Kafka would allow.
    private static final class ForgetfulConsumer extends SimConsumer {
        private final Map<TopicPartition, Long> kept = new HashMap<>();

        ForgetfulConsumer(SimWorld world, SimReplica replica) {
            super(world, replica);
        }

        @Override
        void revoked(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> kept.put(partition, position(partition)));
        }

        @Override
        void lost(Collection<TopicPartition> partitions) {
            revoked(partitions);
        }

        @Override
        void mustBeAssigned(TopicPartition partition) {
            if (!kept.containsKey(partition)) {
                super.mustBeAssigned(partition);
            }
        }

        @Override
        public long position(TopicPartition partition) {
            return assignment().contains(partition) ? super.position(partition) : kept.getOrDefault(partition, 0L);
        }

        @Override
        public OptionalLong currentLag(TopicPartition partition) {
            return OptionalLong.empty();
        }
    }
}
