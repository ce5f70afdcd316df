package org.jointcredit.collection.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.collection.Bodies.COMPANY;
import static org.jointcredit.collection.Bodies.LI;
import static org.jointcredit.collection.Bodies.number;

import org.jointcredit.collection.Bodies;
import org.jointcredit.collection.RunningCollection;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue is public, and what is made from its schemas alone is taken (C1, A13). */
class CatalogueIT extends RunningCollection {
    private static final String CATALOGUE = "/api/collection/catalogue";

    @Test
    void everybodyReadsItAndTakesItHomeAsATable() {
        JsonNode items = json(download(CATALOGUE + "?size=200", MediaType.APPLICATION_JSON));
        assertThat(items.at("/page/totalElements").asInt()).isEqualTo(40);
        assertThat(download(CATALOGUE, MediaType.parseMediaType("text/csv")))
                .startsWith("\ufeffcode,name")
                .contains("ORG-A-05", "XYGS-CF", "cf_nr_fk");
        assertThat(json(download(CATALOGUE, MediaType.ALL)).has("content")).isTrue();
        assertThat(get("sys-market", CATALOGUE + "/NO-SUCH").status()).isEqualTo(404);
    }

    @Test
    void aRecordMadeOfTheSchemaAloneIsTaken() {
        for (JsonNode item : json(download(CATALOGUE + "?size=200", MediaType.APPLICATION_JSON))
                .at("/content")) {
            if (item.at("/active").booleanValue()) {
                ObjectNode body = Bodies.json("{}");
                body.put("number", number())
                        .put("item", item.at("/code").asString())
                        .put("decidedOn", clock.today().toString());
                boolean person = item.at("/subjects/0").asString().equals("PERSON");
                body.putObject("subject")
                        .put("kind", person ? "PERSON" : "ORGANISATION")
                        .put(person ? "idNumber" : "code", person ? LI : COMPANY)
                        .put("name", person ? "李示例" : "元宝山示例有限公司");
                body.set("fields", instance(item.at("/schema")));
                Reply reply = post("sys-market", "/api/collection/records", body);
                assertThat(reply.status())
                        .as(item.at("/code").asString() + " " + reply.errors())
                        .isEqualTo(201);
            }
        }
    }

    private static ObjectNode instance(JsonNode schema) {
        ObjectNode fields = Bodies.json("{}");
        schema.at("/required").forEach(name -> {
            JsonNode property = schema.at("/properties/" + name.asString());
            String pattern = property.path("pattern").asString("");
            if (property.has("enum")) {
                fields.put(name.asString(), property.at("/enum/1").asString());
            } else if (property.has("format")) {
                fields.put(name.asString(), "2030-01-31");
            } else if (pattern.contains("|")) { // kinds: the first one asks for no other field
                fields.put(name.asString(), pattern.substring(2, pattern.indexOf('|')));
            } else {
                fields.put(name.asString(), "x");
            }
        });
        return fields;
    }
}
