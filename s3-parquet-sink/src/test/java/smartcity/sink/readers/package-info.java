/// Readers that users have, and whether they read the files of each form.
@NullMarked
package smartcity.sink.readers;

import org.jspecify.annotations.NullMarked;
