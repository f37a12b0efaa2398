/** Boards with their cycles, and the dashboard put together when it is read. */
@NullMarked
package org.pledgebook.query.board;

import org.jspecify.annotations.NullMarked;
