/** Routes of boards, their cycles and their dashboards. */
@NullMarked
package org.pledgebook.web.board;

import org.jspecify.annotations.NullMarked;
