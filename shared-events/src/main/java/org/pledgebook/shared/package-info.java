/** The language both sides speak: what every event, command and answer has in common. */
@NullMarked
package org.pledgebook.shared;

import org.jspecify.annotations.NullMarked;
