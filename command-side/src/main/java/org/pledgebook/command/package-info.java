/** Decides: what every aggregate and rule has in common, and the process that runs them. */
@NullMarked
package org.pledgebook.command;

import org.jspecify.annotations.NullMarked;
