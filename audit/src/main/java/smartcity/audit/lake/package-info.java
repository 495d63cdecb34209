/// The lake's objects: their keys, sizes and bytes, in a bucket or a folder.
@NullMarked
package smartcity.audit.lake;

import org.jspecify.annotations.NullMarked;
