/// Kafka and S3 on loopback: what they run with, how they start on an old folder, what is in the topics.
@NullMarked
package smartcity.local.infra;

import org.jspecify.annotations.NullMarked;
