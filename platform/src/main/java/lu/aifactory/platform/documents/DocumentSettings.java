package lu.aifactory.platform.documents;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How large an upload may be. Requests are limited as well, by `spring.servlet.multipart.max-file-size`.
@ConfigurationProperties("aifactory.documents")
record DocumentSettings(@DefaultValue("25MB") DataSize largestUpload) {}
