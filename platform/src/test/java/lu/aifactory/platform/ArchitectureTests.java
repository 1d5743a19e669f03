package lu.aifactory.platform;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import lu.aifactory.platform.shared.Facade;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The habits of the house that the compiler cannot hold.
@AnalyzeClasses(packages = "lu.aifactory", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

  @ArchTest
  static final ArchRule everyDoorOfAFacadeIsGuarded =
      methods()
          .that()
          .areDeclaredInClassesThat(are(annotatedWith(Facade.class)))
          .and()
          .areNotPrivate()
          .and()
          .areNotStatic()
          .should()
          .beAnnotatedWith(Needs.class)
          .orShould()
          .beAnnotatedWith(Open.class)
          .because(
              "the guard checks and records what these annotations say, and refuses anything else");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|DTO)$")
          .because("such a name says nothing: the function belongs on the type that it serves");

  @ArchTest
  static final ArchRule pagesAndResourcesLeaveSqlToTheirRoom =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Pages")
          .or()
          .haveSimpleNameEndingWith("Resource")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(JdbcClient.class)
          .because("what reads or writes stands behind the façade, where the guard is");

  @ArchTest
  static final ArchRule dependenciesComeThroughTheConstructor =
      noFields()
          .should()
          .beAnnotatedWith(Autowired.class)
          .because("a class says in its constructor what it needs");

  @ArchTest
  static final ArchRule enginesKnowNoFramework =
      noClasses()
          .that()
          .resideInAPackage("lu.aifactory.engines..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "jakarta.servlet..", "java.sql..")
          .because("engines also run in a Slurm job and at a data holder's own desk");
}
