package lu.aifactory.platform.documents;

import java.util.UUID;

/// What the upload form carries: the id of the document to be, what it is about, where to go afterwards, and how large a
/// file may be. Other rooms get one from [Documents#uploadForm] and show it with `documents/parts :: upload`.
public record UploadForm(UUID id, String kind, UUID about, String back, long megabytes) {}
