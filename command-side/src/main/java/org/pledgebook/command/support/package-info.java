/** Support between partners. */
@NullMarked
package org.pledgebook.command.support;

import org.jspecify.annotations.NullMarked;
