package lu.aifactory.platform.usecase;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import lu.aifactory.platform.usecase.decide.CsvHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/// Reading the fields of a data set from a file, and the data specification to take away.
@Controller
@RequestMapping("/use-cases/{id}")
class DataSpecificationPages {

  private final DataSpecifications specifications;
  private final UseCases useCases;
  private final Access access;
  private final JsonMapper json;

  DataSpecificationPages(
      DataSpecifications specifications, UseCases useCases, Access access, JsonMapper json) {
    this.specifications = specifications;
    this.useCases = useCases;
    this.access = access;
    this.json = json;
  }

  @GetMapping("/data-specification.json")
  @Needs("usecase:read")
  ResponseEntity<byte[]> download(@PathVariable UUID id) {
    var specification = DataSpecificationJson.of(specifications.of(new UseCaseId(id)));
    return DocumentPages.file(
        json.writeValueAsBytes(specification),
        MediaType.APPLICATION_JSON,
        "data-specification-" + id + ".json");
  }

  @GetMapping("/data-header")
  @Needs("usecase:write")
  String choose(@PathVariable UUID id, @RequestParam(defaultValue = "0") int row, Model model) {
    var specification = specifications.of(new UseCaseId(id));
    return page(
        specification,
        row,
        Form.empty().with("row", row).with("version", specification.version()),
        model);
  }

  @PostMapping(path = "/data-header", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Needs("usecase:write")
  String read(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int row,
      @RequestParam int version,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Model model)
      throws IOException {
    var bytes = file == null ? new byte[0] : beginning(file);
    return switch (specifications.readFields(new UseCaseId(id), row, bytes, version)) {
      case Done<DataSpecification> _ ->
          "redirect:/use-cases/" + id + "/sections/data?saved#f-sets." + row + ".columns";
      case Refused<DataSpecification>(var why) -> {
        var specification = specifications.of(new UseCaseId(id));
        var form = Form.empty().with("row", row).with("version", specification.version());
        yield page(specification, row, form.with(why), model);
      }
    };
  }

  private static byte[] beginning(MultipartFile file) throws IOException {
    try (var content = file.getInputStream()) {
      return content.readNBytes(CsvHeader.MOST_BYTES + 1);
    }
  }

  private String page(DataSpecification specification, int row, Form form, Model model) {
    var useCase = useCases.show(specification.useCase());
    if (specification.sealed() || !access.may("usecase:write", useCase.summary().organisation())) {
      throw new NotVisible("data header of " + specification.useCase());
    }
    var known = row >= 0 && row < specification.sets().size();
    model.addAttribute("useCase", useCase);
    model.addAttribute("set", known ? specification.sets().get(row).name() : "");
    model.addAttribute(
        "form",
        known || !form.right()
            ? form
            : form.with(List.of(new Fault("file", "usecase.header.fault.row"))));
    return "usecase/header";
  }
}
