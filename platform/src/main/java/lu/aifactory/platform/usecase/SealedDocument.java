package lu.aifactory.platform.usecase;

import java.time.Instant;
import lu.aifactory.platform.documents.DocumentId;

/// The final document: when it was sealed, what was signed, and the stored files. `jsonHash` is printed in the PDF.
public record SealedDocument(
    Instant at, String contentHash, String jsonHash, DocumentId json, DocumentId pdf) {}
