package org.jointcredit.disclosure.query;

import org.jointcredit.disclosure.accesslog.Asker;
import org.jointcredit.disclosure.accesslog.Purpose;

/**
 * What somebody asks for: the same for every subject of a batch.
 *
 * @param matter number of the matter, as the officer states it
 * @param lawVersion version of the purposes
 */
record Errand(Asker asker, Purpose purpose, String matter, String lawVersion) {}
