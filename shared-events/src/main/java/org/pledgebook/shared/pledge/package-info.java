/** Pledges and their progress: events, commands and value types. */
@NullMarked
package org.pledgebook.shared.pledge;

import org.jspecify.annotations.NullMarked;
