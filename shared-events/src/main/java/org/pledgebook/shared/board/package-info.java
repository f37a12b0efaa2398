/** Boards and their cycles: events, commands and value types. */
@NullMarked
package org.pledgebook.shared.board;

import org.jspecify.annotations.NullMarked;
