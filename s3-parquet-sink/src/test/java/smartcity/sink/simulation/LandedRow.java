package smartcity.sink.simulation;

/// A row or dead letter as it is found in the bucket.
///
/// @param id of the record
/// @param micros the row's event time, or the dead letter's Kafka timestamp [microseconds since 1970]
record LandedRow(long offset, long id, long micros) {}
