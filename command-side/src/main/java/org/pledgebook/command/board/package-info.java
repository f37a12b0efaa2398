/** Decides on boards and their cycles. */
@NullMarked
package org.pledgebook.command.board;

import org.jspecify.annotations.NullMarked;
