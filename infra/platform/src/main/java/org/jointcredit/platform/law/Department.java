package org.jointcredit.platform.law;

import org.jspecify.annotations.Nullable;

/**
 * A body that initiates, provides or implements.
 *
 * @param code stable short code, claim {@code dept} of its officers and last part of its topics
 * @param unifiedCode its 统一社会信用代码, where it has one
 * @param government false for banks and associations: nobody may compel them (S10)
 */
public record Department(
        String code, String name, String nameEn, @Nullable String unifiedCode, boolean government) {}
