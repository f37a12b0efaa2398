/** Decides on the keys that the log is signed with. */
@NullMarked
package org.pledgebook.command.audit;

import org.jspecify.annotations.NullMarked;
