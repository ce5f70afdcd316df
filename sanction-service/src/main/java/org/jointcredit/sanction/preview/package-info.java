/** What a listing would set off, before it is handed in: computed like a joint action, and nothing kept. */
@NullMarked
package org.jointcredit.sanction.preview;

import org.jspecify.annotations.NullMarked;
