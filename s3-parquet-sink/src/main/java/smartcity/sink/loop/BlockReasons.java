package smartcity.sink.loop;

import org.apache.kafka.common.TopicPartition;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.identity.TopicIdentity;
import smartcity.sink.identity.TopicMarker;

/// Why a partition is not landed, as an operator reads it: what was expected, what is there, and what to do.
final class BlockReasons {
    private BlockReasons() {}

    static String otherTopic(String topic, TopicIdentity expected, TopicIdentity found) {
        return "topic " + topic + " must be " + expected + " but is " + found
                + ": it was deleted and created again, or its cluster was built again; to land the new topic beside the"
                + " old one, raise " + era(topic);
    }

    static String otherGroup(TopicMarker marker, String group) {
        return "topic " + marker.topic() + " is landed under this prefix by group " + marker.group()
                + " but this is group " + group + ": use that group or another prefix, or raise " + era(marker.topic());
    }

    static String laterEra(TopicPartition partition, int committed, int configured) {
        return partition + " is committed in era " + committed + " but " + era(partition.topic()) + " is " + configured
                + ": an era that was left cannot be entered again";
    }

    static String offsetMovedBack(TopicPartition partition, long offset, OffsetRange last) {
        return partition + " is committed at offset " + offset + " but the bucket holds its records before offset "
                + last.end() + ": the group's offset was moved back; to land them again, raise "
                + era(partition.topic());
    }

    static String resetWhilePending(TopicPartition partition, OffsetRange pending) {
        return partition + " had a pending cut of offsets [" + pending.start() + ", " + pending.end()
                + ") when the group's offset was moved, and objects of it are missing: move the group's offset to "
                + pending.start() + " and delete the objects of this range, or raise " + era(partition.topic());
    }

    static String otherLayout(TopicPartition partition, String name, String template) {
        return "Failed to resume " + partition + " behind " + name + ": it is in another layout than " + template
                + ", so it is unknown whether its range is complete; start once with the former layout";
    }

    static String endsBefore(TopicPartition partition, long offset, long end) {
        return partition + " must reach offset " + offset + " but ends at " + end
                + ": Kafka lost its records from there on, of which those before offset " + offset
                + " were read and may have landed; to land what came in their place, raise " + era(partition.topic());
    }

    static String truncated(TopicPartition partition, long divergent, long position) {
        return partition + " was read to offset " + position + " but its log was truncated at " + divergent
                + ": the records of [" + divergent + ", " + position
                + ") are gone from Kafka, and those that landed are only in the bucket; to land what came in their"
                + " place, raise " + era(partition.topic());
    }

    /// @param latest leader epoch that a record of the cut can have
    /// @param offset of a record of a later one
    /// @param found leader epoch of that record
    static String replaced(TopicPartition partition, OffsetRange range, int latest, long offset, int found) {
        return partition + " has a pending cut of offsets [" + range.start() + ", " + range.end()
                + ") whose last record is of leader epoch " + latest + ", but the record at offset " + offset
                + " is of leader epoch " + found
                + ": Kafka lost the records of the cut, of which some may have landed; to land what came in their place,"
                + " raise " + era(partition.topic());
    }

    static String damaged(TopicPartition partition, long offset, String reason) {
        return partition + " cannot be read from offset " + offset + " on: " + reason
                + "; its log is damaged in Kafka: repair it, or move the group's offset behind the damage";
    }

    static String unreadable(TopicPartition partition, UnreadableRecordException record) {
        return partition + " cannot be read from offset " + record.offset() + " on: " + record.reason();
    }

    /// What is wrong with a record that the sink fails by, and what to do.
    static String failing(RuntimeException fault) {
        return "the sink fails by this record: " + withPlace(fault)
                + "; report it, and move the group's offset behind the record if it can wait";
    }

    /// The same of a record of so many bytes.
    static String tooLarge(long bytes, long most) {
        return "this record has " + bytes + " bytes, and with the heap of this process one may have " + most
                + ": give it a larger heap, or move the group's offset behind the record";
    }

    static String unfinished(TopicPartition partition, OffsetRange range, RuntimeException failure) {
        return partition + " has a cut of offsets [" + range.start() + ", " + range.end()
                + ") that the sink fails to write as files: " + withPlace(failure)
                + "; report it, and keep these records in Kafka: a version without the fault lands them";
    }

    /// A fault of the sink is reported with where it happened.
    static String withPlace(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return trace.length == 0 ? fault.toString() : fault + " at " + trace[0];
    }

    static String forbidden(TopicPartition partition, String reason) {
        return partition + " must be readable but Kafka refuses it: " + reason
                + "; permit READ and DESCRIBE of the topic";
    }

    static String hidden(String topic) {
        return "topic " + topic + " must be readable but Kafka refuses to describe it; permit READ and DESCRIBE of the"
                + " topic";
    }

    static String otherRules(TopicPartition partition, OffsetRange range, String key) {
        return partition + " has a pending cut of offsets [" + range.start() + ", " + range.end() + ") but object "
                + key + " of the cut is there by other rules, or states none: stop the group and start it once with the"
                + " former rules, so that the cut is completed by them; or raise " + era(partition.topic());
    }

    static String unreadableMarker(String key, String reason) {
        return "object " + key + " must be the marker of a topic: " + reason
                + "; restore it, or delete it: then it is stored again by the group that lands the topic";
    }

    static String unreadableFieldIds(String key, String reason) {
        return "object " + key + " must be the field IDs of a topic: " + reason
                + "; restore it, or delete it: then the columns of the present schema are numbered again";
    }

    private static String era(String topic) {
        return "sink.topic." + topic + ".era";
    }
}
