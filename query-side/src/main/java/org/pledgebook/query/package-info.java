/** Remembers: the folding of events into documents, their keeping in MongoDB, and how far they have come. */
@NullMarked
package org.pledgebook.query;

import org.jspecify.annotations.NullMarked;
