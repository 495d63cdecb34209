/// Checks settings, bucket, topics and group without landing anything.
@NullMarked
package smartcity.sink.dryrun;

import org.jspecify.annotations.NullMarked;
