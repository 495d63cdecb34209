/// The dry run: checks settings, bucket, topics and group, and lands nothing.
@NullMarked
package smartcity.sink.dryrun;

import org.jspecify.annotations.NullMarked;
