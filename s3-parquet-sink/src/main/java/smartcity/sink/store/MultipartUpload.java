package smartcity.sink.store;

/// An upload in parts that has begun.
///
/// @param id the bucket's name for it
record MultipartUpload(String key, String id) {}
