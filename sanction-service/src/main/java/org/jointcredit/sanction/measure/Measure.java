package org.jointcredit.sanction.measure;

import java.util.List;
import org.jointcredit.contract.event.Force;
import org.jointcredit.contract.event.MeasureKind;
import org.jointcredit.contract.event.Nature;

/**
 * 激励、惩戒措施: one entry of the list of measures (S1).
 *
 * @param text what is to be done
 * @param agencies codes of the departments that apply it
 * @param scenes what somebody asks for when it shows in a check (S6)
 * @param basis where it is laid down
 * @param approval the government's approval of it (A23)
 */
public record Measure(
        String code,
        String name,
        String nameEn,
        String text,
        MeasureKind kind,
        Force force,
        Nature nature,
        List<String> agencies,
        List<String> scenes,
        Reach reach,
        String basis,
        String approval) {
    public Measure {
        agencies = List.copyOf(agencies);
        scenes = List.copyOf(scenes);
    }
}
