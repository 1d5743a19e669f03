package lu.aifactory.platform.charts;

import java.util.List;
import lu.aifactory.platform.charts.Stages.State;

/// Pictures with the long words of real pages.
public final class Examples {

  private Examples() {}

  public static Radar radar() {
    return new Radar(
        new Caption(
            "Maturité par dimension",
            "Le plus fort : stratégie. Le plus faible : données, sous le niveau d’un pilote."),
        4,
        List.of("Dimension", "Atteint", "Nécessaire"),
        List.of(
            new Radar.Axis(
                "Stratégie & valeur des cas d’usage", 3.1, "3,1 atteint", 2.0, "2 nécessaire"),
            new Radar.Axis(
                "Maturité des données et des processus", 1.4, "1,4 atteint", 2.0, "2 nécessaire"),
            new Radar.Axis(
                "Gouvernance et conformité réglementaire", 2.0, "2 atteint", 1.0, "1 nécessaire"),
            new Radar.Axis(
                "Compétences <& modèle opérationnel>", 2.5, "2,5 atteint", 1.0, "1 nécessaire"),
            new Radar.Axis("Infrastructure informatique", null, "inconnu", 1.0, "1 nécessaire"),
            new Radar.Axis(
                "Gestion des risques et cybersécurité", 1.8, "1,8 atteint", 1.0, "1 nécessaire"),
            new Radar.Axis("Exposition réglementaire", 2.2, "2,2 atteint", 1.0, "1 nécessaire")));
  }

  public static Bars bars() {
    return new Bars(
        new Caption(
            "Size against the limits of a small enterprise",
            "Two of three values are below their limit."),
        List.of("Measure", "Value", "Limit"),
        List.of(
            new Bars.Bar(
                "Headcount of the group (annual work units)",
                45,
                "45 people",
                50.0,
                "small: fewer than 50"),
            new Bars.Bar("Turnover", 6.1, "€ 6.1 million", 10.0, "small: up to € 10 million"),
            new Bars.Bar(
                "Balance sheet total <consolidated & audited>",
                14.8,
                "€ 14.8 million",
                10.0,
                "small: up to € 10 million")));
  }

  public static Spans spans() {
    return new Spans(
        new Caption("Abstand zum Pilotprojekt", "Eine Dimension liegt unter ihrer Schwelle."),
        4,
        List.of("Dimension", "Erreicht", "Nötig", "Worauf beruhend"),
        List.of(
            new Spans.Span(
                "Strategie & Nutzen der Anwendungsfälle",
                2.5,
                1.9,
                3.1,
                "2,5 (1,9 bis 3,1)",
                2.0,
                "2 nötig: erreicht",
                "1 von der Beratung bestätigt, 3 nach eigenem Urteil"),
            new Spans.Span(
                "Reife der Daten <und> Prozesse",
                1.2,
                0.0,
                2.4,
                "1,2 (0 bis 2,4)",
                4.0,
                "4 nötig: 2,8 fehlen",
                ""),
            new Spans.Span("Infrastruktur", null, null, null, "nicht bekannt", null, "", "")));
  }

  public static BandLine bandLine() {
    return new BandLine(
        new Caption("Reife der Daten <und> Prozesse", "Von 1,2 auf 2,8 gestiegen."),
        4,
        List.of("Wann", "Stufe"),
        List.of(
            new BandLine.Moment("02.03.26", 1.2, 0.4, 2.0, "1,2"),
            new BandLine.Moment("05.06.26", null, null, null, "nicht bekannt"),
            new BandLine.Moment("11.09.26", 2.2, 1.7, 2.7, "2,2"),
            new BandLine.Moment("28.11.26", 4.0, 3.2, 4.0, "4")));
  }

  public static Stages stages() {
    return new Stages(
        new Caption("Stages", "Two stages are done; the case is at “upskill”."),
        List.of("Stage", "State"),
        List.of(
            new Stages.Stage("Découvrir", State.DONE, "terminé"),
            new Stages.Stage("Évaluer la maturité", State.DONE, "terminé"),
            new Stages.Stage("Développer les compétences", State.NOW, "en cours"),
            new Stages.Stage("Mettre en relation", State.AHEAD, "à venir"),
            new Stages.Stage("Financer", State.AHEAD, "à venir"),
            new Stages.Stage("Construire & tester", State.AHEAD, "à venir"),
            new Stages.Stage("Passer à l’échelle", State.AHEAD, "à venir")));
  }

  public static Ranges ranges() {
    return new Ranges(
        new Caption(
            "Combien de temps il faut", "Du premier contact à la production : 18 à 36 semaines."),
        List.of("Quoi", "Semaines"),
        48,
        List.of("0", "12", "24", "36", "48"),
        List.of(
            new Ranges.Range("Tout le chemin", 18, 36, "18 à 36 semaines", true),
            new Ranges.Range("Données <& accès>", 0, 2, "0 à 2 semaines", false),
            new Ranges.Range("Financement", 0, 0, "0 semaine", false)),
        new Ranges.Mark(7, "maintenant : semaine 8"));
  }

  public static Funnel funnel() {
    return new Funnel(
        new Caption("Combien arrivent jusqu’où", "Sur 63 projets, 23 ont l’IA en production."),
        List.of("Étape", "Projets", "Par rapport à l’étape précédente"),
        List.of(
            new Funnel.Step("Découvrir", 63, "63", "100 % de l’étape précédente"),
            new Funnel.Step("Construire <& tester>", 31, "31", "49 % de l’étape précédente"),
            new Funnel.Step("Passer à l’échelle", 0, "0", "0 % de l’étape précédente")));
  }

  public static Trend trend() {
    return new Trend(
        new Caption("Délai du premier contact", "Médiane : 26 h."),
        List.of("Mois", "Ouverts", "Médiane"),
        "Heures <& minutes>, médiane",
        List.of(
            new Trend.Dot("09/26", 26.0, "26", List.of("4", "26 h")),
            new Trend.Dot("10/26", null, "", List.of("0", "aucun")),
            new Trend.Dot("11/26", 44.5, "45", List.of("7", "44,5 h")),
            new Trend.Dot("12/26", 12.0, "12", List.of("2", "12 h"))));
  }
}
