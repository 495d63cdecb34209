/// How every service answers over HTTP: problem documents, and the guard of requests that change something.
@NullMarked
package smartcity.http;

import org.jspecify.annotations.NullMarked;
