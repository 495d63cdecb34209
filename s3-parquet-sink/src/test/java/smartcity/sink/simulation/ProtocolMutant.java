package smartcity.sink.simulation;

import static smartcity.sink.simulation.BrokenPromise.DOUBLED;
import static smartcity.sink.simulation.BrokenPromise.LEFT_PENDING;
import static smartcity.sink.simulation.BrokenPromise.LOST;
import static smartcity.sink.simulation.BrokenPromise.OTHER_HISTORY;
import static smartcity.sink.simulation.BrokenPromise.OTHER_HOUR;
import static smartcity.sink.simulation.BrokenPromise.OTHER_TOPIC;
import static smartcity.sink.simulation.BrokenPromise.SECOND_GROUP;
import static smartcity.sink.simulation.BrokenPromise.STUCK;
import static smartcity.sink.simulation.BrokenPromise.UNDECLARED;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import smartcity.sink.cut.CommitState;
import smartcity.sink.identity.TopicIdentities;
import smartcity.sink.identity.TopicIdentity;
import smartcity.sink.loop.LoopEvent;
import smartcity.sink.loop.LoopSteps;
import smartcity.sink.row.ConversionResult;
import smartcity.sink.row.Row;
import smartcity.sink.row.RowConverter;
import smartcity.sink.store.ForwardingObjectStore;
import smartcity.sink.store.HeadOutcome;
import smartcity.sink.store.ListOutcome;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.PutOutcome;
import smartcity.sink.store.ReadOutcome;
import smartcity.sink.store.StoredMetadata;

/// A way to break the protocol on purpose, at the seams of the real code: the consumer, the bucket or the converter
/// misbehaves. Over 200 lines, as there are more than twenty.
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // all is on one thread
enum ProtocolMutant {
    /// Nothing is broken, so any violation is a finding.
    NONE(BrokenPromise.values()),

    /// Ages and waits are measured by the wall clock.
    DURATIONS_BY_WALL_CLOCK(STUCK) {
        @Override
        Clock clock(SimWorld world) {
            return world.wall;
        }
    },

    /// Cuts are not made durable.
    NO_CUT(UNDECLARED) {
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
    UPLOAD_BEFORE_THE_CUT_IS_ACKNOWLEDGED(UNDECLARED, DOUBLED) {
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
    COMMIT_BEFORE_THE_UPLOAD(LOST) {
        @Override
        ObjectStore store(SimReplica replica, ObjectStore store) {
            return new ForwardingObjectStore(store) {
                @Override
                public PutOutcome putIfAbsent(NewObject object) {
                    replica.world().lake.delay(object);
                    return new PutOutcome.Stored();
                }
            };
        }
    },

    /// A new owner does not look whether a cut is pending.
    PENDING_CUT_FORGOTTEN(UNDECLARED, DOUBLED) {
        @Override
        SimConsumer consumer(SimWorld world, SimReplica replica) {
            return new SimConsumer(world, replica) {
                @Override
                public Map<TopicPartition, OffsetAndMetadata> committed(
                        Set<TopicPartition> partitions, Duration timeout) {
                    Map<TopicPartition, OffsetAndMetadata> found = super.committed(partitions, timeout);
                    found.replaceAll((partition, offset) -> offset == null ? null : landed(partition, offset, world));
                    return found;
                }
            };
        }
    },

    /// What is held of a partition is kept when the partition is revoked.
    REVOKED_BATCH_KEPT(UNDECLARED, DOUBLED) {
        @Override
        SimConsumer consumer(SimWorld world, SimReplica replica) {
            return new ForgetfulConsumer(world, replica);
        }
    },

    /// A replica that stops does not complete a rebalance for which its commits wait.
    NO_POLL_WHILE_IT_STOPS(LEFT_PENDING) {
        @Override
        SimConsumer consumer(SimWorld world, SimReplica replica) {
            return new SimConsumer(world, replica) {
                @Override
                public ConsumerRecords<ByteBuffer, ByteBuffer> poll(Duration timeout) {
                    return replica.stopping() ? ConsumerRecords.empty() : super.poll(timeout);
                }
            };
        }
    },

    /// The window of a row is the hour in which it was read.
    WINDOW_BY_WALL_CLOCK(OTHER_HOUR) {
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
    NAME_WITHOUT_THE_END(LOST, DOUBLED) {
        @Override
        ObjectStore store(SimReplica replica, ObjectStore store) {
            return new ForwardingObjectStore(store) {
                @Override
                public PutOutcome putIfAbsent(NewObject object) {
                    return super.putIfAbsent(renamed(object, object.key().replaceAll("-\\d+\\.parquet", ".parquet")));
                }
            };
        }
    },

    /// After a lost answer the object is stored again, under another name.
    LOST_ANSWER_TAKEN_FOR_A_FAILURE(DOUBLED) {
        @Override
        ObjectStore store(SimReplica replica, ObjectStore store) {
            return new ForwardingObjectStore(store) {
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
    LATE_COMMITS_IGNORED(UNDECLARED) {
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
    REPLAY_PUTS_BLINDLY(LOST) {
        @Override
        ObjectStore store(SimReplica replica, ObjectStore store) {
            return new ForwardingObjectStore(store) {
                private boolean listed;

                @Override
                public ListOutcome list(String prefix, Consumer<String> each) {
                    listed = true;
                    return super.list(prefix, each);
                }

                @Override
                public HeadOutcome head(String key) {
                    if (!listed) {
                        return new HeadOutcome.Absent();
                    }
                    listed = false;
                    return super.head(key);
                }
            };
        }
    },

    /// A topic that is created again counts as the same.
    TOPIC_KNOWN_BY_NAME(OTHER_TOPIC, LOST) {
        @Override
        TopicIdentities identities(TopicIdentities kafka) {
            return names -> {
                Map<String, TopicIdentity> known = new HashMap<>();
                names.forEach(name -> known.put(name, new TopicIdentity("cluster", name)));
                return new TopicIdentities.Answer.Known(known);
            };
        }
    },

    /// The ID of a topic is asked for once, not before each cut.
    TOPIC_CONFIRMED_ONCE(OTHER_TOPIC) {
        @Override
        TopicIdentities identities(TopicIdentities kafka) {
            Map<Set<String>, TopicIdentities.Answer> answers = new HashMap<>();
            return names -> answers.computeIfAbsent(names, kafka::of);
        }
    },

    /// Neither commits nor seeks have a leader epoch.
    NO_LEADER_EPOCH(LOST, OTHER_HISTORY) {
        @Override
        SimConsumer consumer(SimWorld world, SimReplica replica) {
            return new SimConsumer(world, replica) {
                @Override
                public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
                    Map<TopicPartition, OffsetAndMetadata> plain = new HashMap<>(offsets);
                    plain.replaceAll((_, offset) -> new OffsetAndMetadata(offset.offset(), offset.metadata()));
                    super.commitSync(plain, timeout);
                }

                @Override
                public void seek(TopicPartition partition, OffsetAndMetadata offset) {
                    seek(partition, offset.offset());
                }
            };
        }
    },

    /// A cut records no leader epoch.
    CUT_WITHOUT_EPOCHS(LOST, OTHER_HISTORY) {
        @Override
        SimConsumer consumer(SimWorld world, SimReplica replica) {
            return new SimConsumer(world, replica) {
                @Override
                public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
                    super.commitSync(without("endEpoch", without("lastEpoch", offsets)), timeout);
                }
            };
        }
    },

    /// An object that is there under the name counts as the one that a replay would store.
    REPLAY_TRUSTS_NAMES(LOST, DOUBLED) {
        @Override
        ObjectStore store(SimReplica replica, ObjectStore store) {
            return new ForwardingObjectStore(store) {
                @Override
                public HeadOutcome head(String key) {
                    return super.head(key) instanceof HeadOutcome.Absent absent
                            ? absent
                            : new HeadOutcome.Found(new StoredMetadata(OptionalLong.of(Long.MAX_VALUE), Map.of()));
                }
            };
        }
    },

    /// Nobody compares the group in a topic's marker.
    SECOND_GROUP_ALLOWED(SECOND_GROUP) {
        @Override
        ObjectStore store(SimReplica replica, ObjectStore store) {
            return new ForwardingObjectStore(store) {
                @Override
                public ReadOutcome read(String key) {
                    String group = replica.coordinator().name();
                    return super.read(key) instanceof ReadOutcome.Read(String content)
                            ? new ReadOutcome.Read(content.replace("\"" + SimWorld.GROUP + "\"", "\"" + group + "\""))
                            : super.read(key);
                }
            };
        }
    },

    /// The offset that an operator has set is taken for one that the sink has committed.
    RESET_FOLLOWED(LOST, DOUBLED, UNDECLARED) {
        @Override
        SimConsumer consumer(SimWorld world, SimReplica replica) {
            return new SimConsumer(world, replica) {
                @Override
                public Map<TopicPartition, OffsetAndMetadata> committed(
                        Set<TopicPartition> partitions, Duration timeout) {
                    Map<TopicPartition, OffsetAndMetadata> found = super.committed(partitions, timeout);
                    found.replaceAll((partition, offset) ->
                            offset == null || !offset.metadata().isEmpty() ? offset : landed(partition, offset, world));
                    return found;
                }
            };
        }
    },

    /// The offsets that an operator has skipped are not reported.
    SKIP_UNREPORTED(LOST) {
        @Override
        boolean hides(LoopEvent event) {
            return event instanceof LoopEvent.Skipped;
        }
    },

    /// The names of a new era are those of the old one.
    ERA_NOT_IN_NAMES(LOST, DOUBLED, STUCK) {
        @Override
        ObjectStore store(SimReplica replica, ObjectStore store) {
            return new ForwardingObjectStore(store) {
                @Override
                public PutOutcome putIfAbsent(NewObject object) {
                    return super.putIfAbsent(
                            renamed(object, object.key().replaceAll("-e\\d+-(\\d+-\\d+.parquet)", "-$1")));
                }
            };
        }
    },

    /// The answer to a put counts, whether the object is there or not.
    PUT_ANSWER_TRUSTED(LOST) {
        @Override
        ObjectStore store(SimReplica replica, ObjectStore store) {
            return new ForwardingObjectStore(store) {
                @Override
                public PutOutcome putIfAbsent(NewObject object) {
                    PutOutcome outcome = super.putIfAbsent(object);
                    return outcome.equals(new PutOutcome.Unavailable(SimLakeLink.CONFIRMED))
                            ? new PutOutcome.Stored()
                            : outcome;
                }
            };
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is
    private final Set<BrokenPromise> breaks;

    /// @param breaks the promises of which it breaks one
    ProtocolMutant(BrokenPromise... breaks) {
        this.breaks = Set.of(breaks);
    }

    /// Whether this is what it breaks.
    boolean explains(PromiseViolation violation) {
        return breaks.contains(violation.promise());
    }

    /// Whether the operator does not learn of the event.
    boolean hides(LoopEvent event) {
        return false;
    }

    SimConsumer consumer(SimWorld world, SimReplica replica) {
        return new SimConsumer(world, replica);
    }

    ObjectStore store(SimReplica replica, ObjectStore store) {
        return store;
    }

    TopicIdentities identities(TopicIdentities kafka) {
        return kafka;
    }

    Clock clock(SimWorld world) {
        return LoopSteps.clock(
                world.wall,
                () -> Duration.between(SimWorld.START, world.clock.instant()).toNanos());
    }

    RowConverter converter(SimWorld world, Row row, RowConverter converter) {
        return converter;
    }

    private static boolean declares(Map<TopicPartition, OffsetAndMetadata> offsets) {
        return offsets.values().stream()
                .anyMatch(offset -> CommitState.of(offset.metadata()) instanceof CommitState.Pending);
    }

    /// The offset as if the sink had landed everything before it.
    private static OffsetAndMetadata landed(TopicPartition partition, OffsetAndMetadata offset, SimWorld world) {
        int era = world.settings.of(partition.topic()).era();
        CommitState.Landed state = new CommitState.Landed(world.topics.identity(partition.topic()), era);
        return new OffsetAndMetadata(offset.offset(), offset.leaderEpoch(), state.encoded());
    }

    /// The commits without that number in their metadata.
    private static Map<TopicPartition, OffsetAndMetadata> without(
            String name, Map<TopicPartition, OffsetAndMetadata> offsets) {
        Map<TopicPartition, OffsetAndMetadata> plain = new HashMap<>(offsets);
        plain.replaceAll((_, offset) -> new OffsetAndMetadata(
                offset.offset(), offset.leaderEpoch(), offset.metadata().replaceAll("\"" + name + "\":\\d+,", "")));
        return plain;
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
