/** Decides on frameworks. */
@NullMarked
package org.pledgebook.command.framework;

import org.jspecify.annotations.NullMarked;
