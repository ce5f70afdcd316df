package org.jointcredit.sanction.check;

import java.util.List;
import org.jointcredit.contract.event.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: about whom, for what, by whom. The number has become keys before anybody else sees it.
 *
 * @param subjectKeys what the subject is found by
 * @param macs what other services find the person by; none of an organisation
 * @param name as the agency has it; it never matches or excludes
 * @param scene what somebody asks the agency for
 * @param item of the agency's own catalogue
 * @param by the officer; may be null where a system asks about an organisation
 */
record Asked(
        SubjectKind kind,
        List<String> subjectKeys,
        List<String> macs,
        @Nullable String name,
        String scene,
        String item,
        CheckStage stage,
        @Nullable String by) {}
