/// The whole system on one machine: starts, repairs and stops MongoDB, Kafka, Keycloak and the services as detached
/// processes of the operating system. No Spring; shared with the tests.
@NullMarked
package org.jointcredit.local;

import org.jspecify.annotations.NullMarked;
