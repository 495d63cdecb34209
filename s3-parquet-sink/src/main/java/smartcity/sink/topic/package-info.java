/// What is to be known of one topic to land it: its columns, where its rows go, and which of them are refused.
@NullMarked
package smartcity.sink.topic;

import org.jspecify.annotations.NullMarked;
