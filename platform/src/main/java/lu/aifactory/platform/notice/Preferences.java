package lu.aifactory.platform.notice;

import java.util.EnumMap;
import java.util.Map;
import lu.aifactory.platform.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How each person wants to hear by mail.
@Component
class Preferences {

  private final JdbcClient jdbc;

  Preferences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<NoticeKind, Pace> of(AccountId account) {
    var paces = new EnumMap<NoticeKind, Pace>(NoticeKind.class);
    for (var kind : NoticeKind.values()) paces.put(kind, kind.usual());
    jdbc.sql("select kind, pace from notice_preference where account = :account")
        .param("account", account.value())
        .query(row -> {
          var kind = NoticeKind.of(row.getString("kind"));
          var pace = Pace.of(row.getString("pace"));
          if (kind.isPresent() && pace.isPresent()) paces.put(kind.get(), pace.get());
        });
    return paces;
  }

  Pace of(AccountId account, NoticeKind kind) {
    return of(account).getOrDefault(kind, kind.usual());
  }

  void choose(AccountId account, Map<NoticeKind, Pace> paces) {
    paces.forEach((kind, pace) ->
        jdbc.sql(
                """
                insert into notice_preference (account, kind, pace) values (:account, :kind, :pace)
                on conflict (account, kind) do update set pace = excluded.pace
                """)
            .param("account", account.value())
            .param("kind", kind.code())
            .param("pace", pace.code())
            .update());
  }
}
