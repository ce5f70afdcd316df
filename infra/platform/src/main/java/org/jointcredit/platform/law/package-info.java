/** Law as data: versioned, with basis and effective dates, shipped as YAML and kept in the service's database. */
@NullMarked
package org.jointcredit.platform.law;

import org.jspecify.annotations.NullMarked;
