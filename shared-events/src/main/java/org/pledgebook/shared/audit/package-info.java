/** What is recorded of the proof itself: the keys it is signed with. */
@NullMarked
package org.pledgebook.shared.audit;

import org.jspecify.annotations.NullMarked;
