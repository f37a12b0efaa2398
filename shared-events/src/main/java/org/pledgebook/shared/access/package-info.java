/** Who may do what: grants, their events and commands, and the one table of rules. */
@NullMarked
package org.pledgebook.shared.access;

import org.jspecify.annotations.NullMarked;
