/// The sink as it is deployed: tests of its process on a real Kafka and S3. A module of its own, so that what
/// only needs the packaged sink need not wait for them.
@NullMarked
package smartcity.sink;

import org.jspecify.annotations.NullMarked;
