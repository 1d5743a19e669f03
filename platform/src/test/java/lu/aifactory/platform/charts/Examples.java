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
}
