/** One entry per event of the whole book. */
@NullMarked
package org.pledgebook.query.audit;

import org.jspecify.annotations.NullMarked;
