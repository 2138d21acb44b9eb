using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Drafting;

/// <summary>The headings of a draft, in four languages.</summary>
internal static class DraftTexts
{
    public static LocalizedText Issue { get; } = LocalizedText.Of("Issue", "Problem", "Problema", "Problème");

    public static LocalizedText Environment { get; } = LocalizedText.Of("Environment", "Umgebung", "Entorno", "Environnement");

    public static LocalizedText Resolution { get; } = LocalizedText.Of("Resolution", "Lösung", "Solución", "Résolution");

    public static LocalizedText Cause { get; } = LocalizedText.Of("Cause", "Ursache", "Causa", "Cause");

    /// <summary>With the number of tickets.</summary>
    public static LocalizedText Tickets { get; } = LocalizedText.Of("Tickets: {0}", "Tickets: {0}", "Tickets: {0}", "Tickets : {0}");
}
