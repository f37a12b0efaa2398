/** Decides on many statements at once. */
@NullMarked
package org.pledgebook.command.exchange;

import org.jspecify.annotations.NullMarked;
