/** A small cabinet of versioned JSON papers: what must last but is not an event, in one SQLite file or in MongoDB. */
@NullMarked
package org.pledgebook.cabinet;

import org.jspecify.annotations.NullMarked;
