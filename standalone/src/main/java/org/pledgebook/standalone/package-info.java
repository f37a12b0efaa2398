/** All of Pledgebook in one JVM on embedded stores: events in SQLite, projections in memory, the example boards. */
@NullMarked
package org.pledgebook.standalone;

import org.jspecify.annotations.NullMarked;
