/** Tests of what all features have in common, and of the processor that feeds them. */
@NullMarked
package org.pledgebook.query;

import org.jspecify.annotations.NullMarked;
