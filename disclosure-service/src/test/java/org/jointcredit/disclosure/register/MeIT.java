package org.jointcredit.disclosure.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jointcredit.contract.event.ActionChanged;
import org.jointcredit.contract.event.Disclosure;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.disclosure.Facts;
import org.jointcredit.disclosure.Facts.Behind;
import org.jointcredit.disclosure.RunningDisclosure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D2: a subject reads everything about itself, and of others no more than everybody. */
class MeIT extends RunningDisclosure {
    private static final String NUMBER = "999999199001010008";

    @SuppressWarnings("NullAway.Init")
    private ListedSubject li;

    @BeforeEach
    void somebodyNew() {
        li = facts().person("李示例", NUMBER);
        SYSTEM.local().setSubject("citizen-li", li.id());
    }

    @Test
    void allRecordsStandThereWholeWhetherPublicOrNot() {
        var open = facts().about(li)
                .personName("李示例")
                .personalField("cf_frdb", "赵示例")
                .fact();
        var closed = facts().about(li)
                .personName("李示例")
                .disclosure(Disclosure.CLOSED)
                .closedField("cf_fr_zjlx", "不公开的内容")
                .fact();
        var withdrawn =
                facts().about(li).personName("李示例").state(RecordState.WITHDRAWN).fact();
        List.of(open, closed, withdrawn).forEach(this::tell);
        eventually(() -> me("citizen-li").at("/records/content").size() == 3);

        var mine = me("citizen-li");
        assertThat(mine.text("/subject/name")).isEqualTo("李示例");
        assertThat(mine.at("/records/content").toString()).contains("不公开的内容", "赵示例");
        for (var record : mine.at("/records/content")) {
            assertThat(record.path("provider").asString()).isEqualTo("market");
            assertThat(record.path("providerName").asString()).isNotEmpty();
            assertThat(record.path("shownUntil").asString()).isEqualTo("2031-09-18");
            assertThat(record.path("lawVersion").asString()).isEqualTo("2021");
            assertThat(record.path("rulePack").asString()).isEqualTo("yuanbaoshan-2021");
        }
        assertThat(mine.text("/asOf")).endsWith("+08:00");
    }

    @Test
    void aListingStandsThereWithWhatItSetsOffForTheReader() {
        var other = new Behind(UUID.randomUUID().toString(), "孙示例", "999999198503120018");
        var company = Facts.organisation("91150403FAKE000800", "元宝山本人示例有限公司");
        var listing = facts().listing(company, null, "SEVERE-ME", new Behind(li.id(), "李示例", NUMBER), other);
        tell(
                new ActionChanged(
                        listing.listing(),
                        listing.listing(),
                        List.of(),
                        List.of(notice("S-LICENCE", company.id()), notice("S-OFFICE", li.id()))),
                1);
        tell(listing);
        eventually(() -> !me("citizen-li").at("/listings/content/0/measures/0").isMissingNode());

        var mine = me("citizen-li").at("/listings/content/0");
        assertThat(mine.path("measures")).hasSize(1);
        assertThat(mine.at("/measures/0/measure").asString()).isEqualTo("S-OFFICE");
        assertThat(mine.at("/measures/0/agencyName").asString()).isNotEmpty();
        assertThat(mine.at("/decision/basis").asString()).isEqualTo("国办发〔2020〕49号");
        assertThat(mine.path("persons")
                        .valueStream()
                        .map(person -> person.path("name").asString()))
                .containsExactly("李示例", "孙**");

        SYSTEM.local().setSubject("company-agent", company.id());
        var its = me("company-agent").at("/listings/content/0");
        assertThat(its.at("/measures/0/measure").asString()).isEqualTo("S-LICENCE");
        assertThat(its.path("persons")
                        .valueStream()
                        .map(person -> person.path("name").asString()))
                .containsExactly("李示例", "孙示例");
        assertThat(me("company-agent").text("/subject/name")).isEqualTo("元宝山本人示例有限公司");
    }

    @Test
    void nobodyReadsAnothersAndWhoIsNoSubjectReadsNothing() {
        var wang = facts().person("王示例", "999999198503120018");
        SYSTEM.local().setSubject("citizen-wang", wang.id());
        var lis = facts().about(li).personName("李示例").fact();
        tell(lis);
        eventually(() -> mongo.getCollection("records").countDocuments(new Document("_id", lis.record())) == 1);

        var empty = me("citizen-wang");
        assertThat(empty.status()).isEqualTo(200);
        assertThat(empty.at("/records/content")).isEmpty();
        assertThat(empty.at("/listings/content")).isEmpty();
        for (String who : List.of("market-reporter", "drc-auditor", "sys-market", "svc-sanction")) {
            assertThat(me(who).status()).as(who).isEqualTo(403);
        }
        assertThat(reply(as(null).get().uri("/api/disclosure/me").retrieve().toEntity(String.class))
                        .status())
                .isEqualTo(401);
    }

    private static ActionChanged.Notice notice(String measure, String subject) {
        return new ActionChanged.Notice(
                UUID.randomUUID().toString(), measure, "trading", subject, Legal.IN_FORCE, Owes.RECEIPT);
    }

    private Reply me(String who) {
        return reply(as(who).get().uri("/api/disclosure/me?size=200").retrieve().toEntity(String.class));
    }
}
