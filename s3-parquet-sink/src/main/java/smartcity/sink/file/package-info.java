/// Knows what a batch writes to, whatever the file format: open files of rows and of dead letters.
@NullMarked
package smartcity.sink.file;

import org.jspecify.annotations.NullMarked;
