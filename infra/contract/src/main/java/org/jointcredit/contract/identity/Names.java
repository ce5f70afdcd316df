package org.jointcredit.contract.identity;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.Locale;

/// Names as people write them, made comparable: width, kind of bracket, case, spaces and kind of middle dot make no
/// other name, nor does the private-use twin that a GBK system keeps of a character which GB 18030 has in its place.
public final class Names {
    private static final int FIRST_TWIN = 0xE815;
    /// What stands for U+E815 to U+E864 (bytes FE50 to FEA0) in GB 18030.
    private static final int[] TWINS = ("⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱"
                    + "䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻")
            .codePoints()
            .toArray();

    private static final String OPENING = "[{<〔【〖「『《〈";
    private static final String CLOSING = "]}>〕】〗」』》〉";
    private static final String MIDDLE_DOTS = ".·‧•・∙⋅●";

    private Names() {}

    public static boolean same(String one, String other) {
        return fold(one).equals(fold(other));
    }

    /// The form in which both sides of a search are compared; may be empty.
    public static String fold(String name) {
        var known = name.codePoints()
                .map(Names::withoutTwin)
                .mapToObj(Character::toString)
                .collect(joining());
        return Normalizer.normalize(known, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Names::isSeen)
                .map(Names::plain)
                .mapToObj(Character::toString)
                .collect(joining());
    }

    private static int withoutTwin(int c) {
        return c >= FIRST_TWIN && c < FIRST_TWIN + TWINS.length ? TWINS[c - FIRST_TWIN] : c;
    }

    private static boolean isSeen(int c) {
        return !Character.isSpaceChar(c) && !Character.isWhitespace(c) && Character.getType(c) != Character.FORMAT;
    }

    private static int plain(int c) {
        if (OPENING.indexOf(c) >= 0) {
            return '(';
        }
        if (CLOSING.indexOf(c) >= 0) {
            return ')';
        }
        return MIDDLE_DOTS.indexOf(c) >= 0 ? '·' : c;
    }
}
