package org.jointcredit.sanction.action;

import java.util.List;
import org.jointcredit.platform.eventing.Step;

/**
 * A notice as it is from now on, and what its agency is told.
 *
 * @param steps empty where there is nothing to tell, because nothing was ever sent
 */
public record NoticeChange(Notice notice, List<Step> steps) {}
