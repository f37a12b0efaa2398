/** Partners of a board and their teams: events, commands and value types. */
@NullMarked
package org.pledgebook.shared.partner;

import org.jspecify.annotations.NullMarked;
