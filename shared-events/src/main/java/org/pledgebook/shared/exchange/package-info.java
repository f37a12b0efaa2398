/** A partner's statements of a cycle as a file, out of the book and into it. */
@NullMarked
package org.pledgebook.shared.exchange;

import org.jspecify.annotations.NullMarked;
