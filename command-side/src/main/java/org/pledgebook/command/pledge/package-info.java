/** Decides on pledges and their progress. */
@NullMarked
package org.pledgebook.command.pledge;

import org.jspecify.annotations.NullMarked;
