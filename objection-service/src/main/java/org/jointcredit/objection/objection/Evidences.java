package org.jointcredit.objection.objection;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.objection.objection.EvidenceUpload.Uploaded;
import org.jointcredit.objection.remedy.EvidenceLimits;
import org.jointcredit.objection.remedy.RemedyLaw;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.RequestIds;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files that the parties of an objection hand in and read (O1). */
@Component
final class Evidences {
    private static final int TRY_AGAIN_AFTER = 2;
    /** Files are judged whole: so many are in memory at most. */
    private final Semaphore places = new Semaphore(4);

    private final ObjectionService objections;
    private final ObjectionStore store;
    private final EvidenceStore files;
    private final RemedyLaw law;
    private final BusinessClock clock;

    Evidences(
            ObjectionService objections,
            ObjectionStore store,
            EvidenceStore files,
            RemedyLaw law,
            BusinessClock clock) {
        this.objections = objections;
        this.store = store;
        this.files = files;
        this.law = law;
        this.clock = clock;
    }

    /** A file as its parties see it. */
    record Handed(KeptFile file, String name) {}

    Handed handIn(String objection, Caller caller, HttpServletRequest request, @Nullable String key) {
        Objection open = objections.open(objection, caller);
        return inTurn(() -> {
            EvidenceLimits limits = law.evidence(clock.today());
            Uploaded uploaded = EvidenceUpload.read(request, limits);
            KeptFile file = new KeptFile(
                    RequestIds.of(caller, "evidence/" + objection, key),
                    objection,
                    uploaded.kind().mediaType(),
                    uploaded.content().length,
                    sha256(uploaded.content()),
                    caller.username(),
                    clock.now().truncatedTo(ChronoUnit.MILLIS));
            Optional<KeptFile> first = files.find(file.id());
            if (first.isPresent() && !first.get().sha256().equals(file.sha256())) {
                throw Problem.duplicate("Idempotency-Key");
            }
            if (first.isEmpty()) {
                if (open.evidence().size() >= limits.files()) {
                    throw Problem.invalid(List.of(new FieldError("file", ErrorCode.TOO_LONG)));
                }
                files.keep(file, uploaded.content());
            }
            Piece piece = new Piece(uploaded.name(), file.sha256(), file.id());
            objections.handedIn(objection, piece, caller);
            return new Handed(first.orElse(file), piece.name());
        });
    }

    private Handed inTurn(Supplier<Handed> work) {
        if (!places.tryAcquire()) {
            throw Problem.unavailable(TRY_AGAIN_AFTER);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    List<Handed> of(String objection, Caller caller) {
        Objection known = known(objection, caller);
        List<KeptFile> kept = files.of(objection);
        return known.evidence().stream()
                .flatMap(piece -> kept.stream()
                        .filter(file -> file.id().equals(piece.file()))
                        .map(file -> new Handed(file, piece.name())))
                .toList();
    }

    Handed one(String objection, String file, Caller caller) {
        return of(objection, caller).stream()
                .filter(handed -> handed.file().id().equals(file))
                .findFirst()
                .orElseThrow(Problem::unknown);
    }

    void write(Handed handed, OutputStream to) throws IOException {
        files.write(handed.file(), to);
    }

    private Objection known(String objection, Caller caller) {
        return store.find(objection, Scope.of(caller))
                .orElseThrow(Problem::unknown)
                .objection();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
