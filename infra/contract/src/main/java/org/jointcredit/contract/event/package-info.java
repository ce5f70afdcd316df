/** What travels between the services and to departments and agencies. */
@NullMarked
package org.jointcredit.contract.event;

import org.jspecify.annotations.NullMarked;
