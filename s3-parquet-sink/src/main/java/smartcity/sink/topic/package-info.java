/// The rules by which one topic is landed: its columns, where its rows go, and which of them are refused.
@NullMarked
package smartcity.sink.topic;

import org.jspecify.annotations.NullMarked;
