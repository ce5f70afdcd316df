package org.jointcredit.sanction.action;

import java.util.List;

/**
 * Is told of every change of notices within the transaction that writes it, so that what it writes itself is true with
 * the notices or not at all. A seam, so that who counts notices knows them and not they him.
 */
public interface NoticeWatch {

    void changed(List<NoticeChange> changes);
}
