package org.jointcredit.sanction.check;

import java.time.Instant;
import java.util.List;
import org.jointcredit.contract.event.Force;
import org.jointcredit.contract.event.MeasureKind;
import org.jointcredit.contract.event.Nature;

/**
 * What is to be applied to the subject now, by the agency that asks. Says neither name nor number.
 *
 * @param known whether a listing ever named the subject
 * @param hit whether any measure is in force for the scene
 * @param nameDiffers the name that was given is not the known one; the answer does not depend on it
 * @param lawVersion version of the list of measures in force
 * @param stale what collection has published within the last minute or longer may be missing
 */
record CheckAnswer(
        String id,
        boolean known,
        boolean hit,
        boolean nameDiffers,
        Instant asOf,
        String lawVersion,
        boolean stale,
        List<CheckedMeasure> measures) {

    CheckAnswer {
        measures = List.copyOf(measures);
    }

    /** @param listing id of the listing it rests on */
    record CheckedMeasure(
            String code,
            MeasureKind kind,
            Force force,
            Nature nature,
            String text,
            String basis,
            String listing,
            String listingNumber,
            String listType,
            String notice) {}
}
