package lu.aifactory.platform.portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMapping;

class DeclaredEndpointsTests {

  @Test
  void everyPageAndRestMethodSaysWhoMayCallIt() {
    methods()
        .that()
        .areAnnotatedWith(RequestMapping.class)
        .or()
        .areMetaAnnotatedWith(RequestMapping.class)
        .should()
        .beAnnotatedWith(Needs.class)
        .orShould()
        .beAnnotatedWith(Open.class)
        .because("the gate closes a method that declares nothing to everybody")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("lu.aifactory.platform"));
  }
}
