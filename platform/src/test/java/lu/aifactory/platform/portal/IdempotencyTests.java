package lu.aifactory.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@PortalTest
class IdempotencyTests {

  @Autowired MockMvcTester mvc;
  @Autowired JdbcClient jdbc;
  @Autowired IdempotentPosts posts;

  private MvcTestResult bake(String key, String name, int loaves) {
    return mvc.post()
        .uri("/api/trial")
        .header("Idempotency-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"name\":\"" + name + "\",\"loaves\":" + loaves + "}")
        .exchange();
  }

  private long baked(String name) {
    return jdbc.sql("select count(*) from bread where name = ?")
        .param(name)
        .query(Long.class)
        .single();
  }

  @Test
  void answersARepeatedRequestWithoutDoingItAgain() throws Exception {
    var key = UUID.randomUUID().toString();
    var first = bake(key, "spelt", 3);
    var second = bake(key, "spelt", 3);
    assertThat(first).hasStatus(201).doesNotContainHeader("Idempotent-Replay");
    assertThat(second).hasStatus(201).hasHeader("Idempotent-Replay", "true");
    assertThat(second.getResponse().getContentAsString())
        .isNotEmpty()
        .isEqualTo(first.getResponse().getContentAsString());
    assertThat(second.getResponse().getContentType())
        .isEqualTo(first.getResponse().getContentType());
    assertThat(baked("spelt")).isOne();
  }

  @Test
  void refusesTheSameKeyWithAnotherBody() {
    var key = UUID.randomUUID().toString();
    assertThat(bake(key, "oat", 1)).hasStatus(201);
    assertThat(bake(key, "oat", 2))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.type")
        .isEqualTo("/problems/portal.problem.other-request");
    assertThat(baked("oat")).isOne();
  }

  @Test
  void leavesNothingOfARefusedRequestAndFreesItsKey() {
    var key = UUID.randomUUID().toString();
    assertThat(bake(key, "millet", -1)).hasStatus(422);
    assertThat(baked("millet")).isZero();
    assertThat(bake(key, "millet", 1)).hasStatus(201);
    assertThat(baked("millet")).isOne();
  }

  @Test
  void doesItOnceWhenManyAskAtTheSameTime() throws Exception {
    var key = UUID.randomUUID().toString();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, 5)
              .<Callable<MvcTestResult>>mapToObj(_ -> () -> bake(key, "slow", 1))
              .toList();
      for (var answer : threads.invokeAll(calls)) assertThat(answer.get()).hasStatus(201);
    }
    assertThat(baked("slow")).isOne();
  }

  @Test
  void keepsNoAnswerThatCanBeReadInTheDatabase() throws Exception {
    var key = UUID.randomUUID().toString();
    var name = "secret-" + UUID.randomUUID();
    bake(key, name, 1);
    assertThat(rows(key))
        .hasSize(1)
        .noneMatch(row -> row.contains(hex(name)) || row.contains(name));
    assertThat(bake(key, name, 1).getResponse().getContentAsString()).contains(name);
  }

  @Test
  void opensNoAnswerThatWasMovedToAnotherKey() {
    var one = UUID.randomUUID().toString();
    var other = UUID.randomUUID().toString();
    bake(one, "einkorn", 1);
    bake(other, "emmer", 1);
    jdbc.sql(
            """
            update answered_request set sealed = (
              select sealed from answered_request where idempotency_key = :one)
            where idempotency_key = :other
            """)
        .param("one", one)
        .param("other", other)
        .update();
    assertThat(bake(other, "emmer", 1)).hasFailed();
  }

  private List<String> rows(String key) {
    return jdbc.sql("select a::text from answered_request a where idempotency_key = :key")
        .param("key", key)
        .query(String.class)
        .list();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void keepsNoLargeBodyOfAVisitorInMemory() {
    var large = "x".repeat(IdempotentPosts.LARGEST_OF_VISITORS);
    assertThat(bake(UUID.randomUUID().toString(), large, 1)).hasStatus(413);
  }

  @Test
  void receivesAnUploadBeforeTheTransactionAndNoneOfAVisitorInOne() throws Exception {
    var whileReceived = new ArrayList<Boolean>();
    var whileDone = new ArrayList<Boolean>();
    upload(whileReceived, whileDone);
    assertThat(whileReceived).isEmpty();
    assertThat(whileDone).containsExactly(false);
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken("baker", null, List.of()));
    try {
      upload(whileReceived, whileDone);
    } finally {
      SecurityContextHolder.clearContext();
    }
    assertThat(whileReceived).containsExactly(false);
    assertThat(whileDone).containsExactly(false, true);
  }

  private void upload(List<Boolean> whileReceived, List<Boolean> whileDone) throws Exception {
    var request =
        new MockHttpServletRequest("POST", "/api/trial") {
          @Override
          public Collection<Part> getParts() {
            whileReceived.add(TransactionSynchronizationManager.isActualTransactionActive());
            return List.of();
          }
        };
    request.setContentType("multipart/form-data; boundary=x");
    request.addHeader("Idempotency-Key", UUID.randomUUID().toString());
    posts.doFilter(
        request,
        new MockHttpServletResponse(),
        (_, _) -> whileDone.add(TransactionSynchronizationManager.isActualTransactionActive()));
  }

  @Test
  void answersNothingGoodOfWhatIsNotKept() {
    var answer =
        mvc.post()
            .uri("/api/trial/passed-over")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .exchange();
    assertThat(answer).hasFailed();
  }

  @Test
  void refusesAKeyThatIsTooLong() {
    assertThat(bake("k".repeat(201), "rice", 1)).hasStatus(400);
  }
}
