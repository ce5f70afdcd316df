package org.jointcredit.disclosure.register;

/** 服务规则: one rule by which the register answers, in words (D10). */
public record ServiceRule(String code, String text, String textEn, String basis) {}
