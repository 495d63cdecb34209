/// The files that a batch writes to, whatever their format: open files of rows and of dead letters.
@NullMarked
package smartcity.sink.file;

import org.jspecify.annotations.NullMarked;
