package lu.aifactory.platform.documents;

import java.io.InputStream;

/// A document with its content, which is decrypted as it is read; reading fails where it was tampered with.
public record OpenedDocument(Document document, InputStream content) {}
