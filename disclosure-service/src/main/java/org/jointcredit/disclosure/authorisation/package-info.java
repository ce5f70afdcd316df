/** 授权: a subject lets somebody else read what of its information it chooses, for a time (D2, A17, A18). */
@NullMarked
package org.jointcredit.disclosure.authorisation;

import org.jspecify.annotations.NullMarked;
