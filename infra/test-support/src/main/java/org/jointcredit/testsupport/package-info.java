/// Real MongoDB, Kafka and Keycloak for the tests of the services.
@NullMarked
package org.jointcredit.testsupport;

import org.jspecify.annotations.NullMarked;
