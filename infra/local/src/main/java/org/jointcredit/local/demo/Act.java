package org.jointcredit.local.demo;

import java.time.LocalDate;
import org.jointcredit.contract.event.EventTypes;
import tools.jackson.databind.node.ObjectNode;

/// Something that a department does on a day of the demonstration's year.
///
/// @param number of the listing it is about
/// @param body as the front doors want it
sealed interface Act {
    LocalDate day();

    String department();

    String number();

    ObjectNode body();

    /// A listing goes in.
    ///
    /// @param way how
    record HandIn(LocalDate day, Sample sample, Way way) implements Act {
        @Override
        public String department() {
            return sample.department();
        }

        @Override
        public String number() {
            return sample.number();
        }

        @Override
        public ObjectNode body() {
            return (ObjectNode) sample.listing();
        }

        boolean triggers() {
            return !sample.listType().startsWith("REF-");
        }
    }

    enum Way {
        SYSTEM_OVER_REST,
        SYSTEM_OVER_KAFKA,
        /// Proposed by an officer, approved by another.
        OFFICERS,
        /// Proposed by an officer, and nobody has looked at it yet.
        WAITING
    }

    record Change(LocalDate day, String department, String number, ObjectNode body) implements Act {}

    record Ending(LocalDate day, String department, String number, ObjectNode body) implements Act {}

    /// The type under which it goes over Kafka.
    default String type() {
        return switch (this) {
            case HandIn _ -> EventTypes.LISTING_SUBMITTED;
            case Change _ -> EventTypes.LISTING_CHANGE_SUBMITTED;
            case Ending _ -> EventTypes.LISTING_ENDING_SUBMITTED;
        };
    }
}
