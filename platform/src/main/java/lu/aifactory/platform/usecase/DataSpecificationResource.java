package lu.aifactory.platform.usecase;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What data a use case needs, over REST.
@RestController
@RequestMapping("/api/use-cases/{id}/data-specification")
class DataSpecificationResource {

  /// @param set which data set, counted from 0; the first unless said
  /// @param csv the first lines of a file
  record Reading(@Nullable Integer set, @Nullable String csv, int version) {}

  private final DataSpecifications specifications;

  DataSpecificationResource(DataSpecifications specifications) {
    this.specifications = specifications;
  }

  @GetMapping
  @Needs("usecase:read")
  DataSpecificationJson show(@PathVariable UUID id) {
    return DataSpecificationJson.of(specifications.of(new UseCaseId(id)));
  }

  @PostMapping("/fields")
  @Needs("usecase:write")
  Outcome<DataSpecificationJson> readFields(@PathVariable UUID id, @RequestBody Reading body) {
    var csv = body.csv() == null ? "" : body.csv();
    var set = body.set() == null ? 0 : body.set();
    return specifications
        .readFields(new UseCaseId(id), set, csv.getBytes(StandardCharsets.UTF_8), body.version())
        .map(DataSpecificationJson::of);
  }
}
