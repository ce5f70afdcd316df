package org.jointcredit.sanction.action;

import java.util.List;
import org.jointcredit.platform.eventing.Step;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it is from now on, and what its agency is told.
 *
 * @param before what it was; null: it is new
 * @param steps empty where there is nothing to tell, because nothing was ever sent
 */
public record NoticeChange(@Nullable Notice before, Notice notice, List<Step> steps) {}
