/// The one way bodies are read, over REST and Kafka alike: leniently, collecting every error.
@NullMarked
package org.jointcredit.platform.form;

import org.jspecify.annotations.NullMarked;
