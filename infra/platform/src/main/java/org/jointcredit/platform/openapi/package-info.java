/** What a service's OpenAPI document says beyond what its handlers' signatures do. */
@NullMarked
package org.jointcredit.platform.openapi;

import org.jspecify.annotations.NullMarked;
