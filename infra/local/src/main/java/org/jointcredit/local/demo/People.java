package org.jointcredit.local.demo;

import org.jointcredit.local.LocalSystem;

/// The demonstration's citizens and company. A listing makes a subject known; these stand on a list that is kept for
/// reference and sets off nothing, and each one's account is told which subject it is.
final class People {
    private final LocalSystem system;
    private final Submissions submissions;

    People(LocalSystem system, Submissions submissions) {
        this.system = system;
        this.submissions = submissions;
    }

    void introduce() {
        for (var person : Sample.read("/demo/people.json")) {
            var taken = submissions.bySystem(new Sample(Sample.text(person, "dept"), person.get("listing")));
            system.setSubject(Sample.text(person, "user"), taken.subject());
        }
    }
}
