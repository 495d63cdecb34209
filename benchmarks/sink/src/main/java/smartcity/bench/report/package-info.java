/// The results of the drains as table, page and JSON.
@NullMarked
package smartcity.bench.report;

import org.jspecify.annotations.NullMarked;
