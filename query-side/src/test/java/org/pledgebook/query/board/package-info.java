/** Tests of how boards are folded and their dashboards put together. */
@NullMarked
package org.pledgebook.query.board;

import org.jspecify.annotations.NullMarked;
