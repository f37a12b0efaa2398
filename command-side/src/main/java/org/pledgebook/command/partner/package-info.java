/** Decides on partners and their teams. */
@NullMarked
package org.pledgebook.command.partner;

import org.jspecify.annotations.NullMarked;
