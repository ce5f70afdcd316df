package org.jointcredit.collection.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a value of a field is; in a record it is always a text. */
public enum FieldType {
    /** one line */
    @JsonProperty("text")
    TEXT,
    /** several lines */
    @JsonProperty("prose")
    PROSE,
    /** ISO 8601 */
    @JsonProperty("date")
    DATE,
    /** yuan, a plain decimal */
    @JsonProperty("amount")
    AMOUNT,
    /** a whole number */
    @JsonProperty("number")
    NUMBER,
    /** one of {@link ItemField#values()} */
    @JsonProperty("enum")
    ENUM,
    /** one or several of {@link ItemField#values()}, parted by a semicolon, comma or enumeration comma */
    @JsonProperty("enums")
    ENUMS,
    /** a natural person's name */
    @JsonProperty("personName")
    PERSON_NAME,
    /** 统一社会信用代码 */
    @JsonProperty("unifiedCode")
    UNIFIED_CODE,
    /** kind of a person's document */
    @JsonProperty("documentKind")
    DOCUMENT_KIND,
    /** number of a person's document; identifies, and is not kept among the fields */
    @JsonProperty("idNumber")
    ID_NUMBER
}
