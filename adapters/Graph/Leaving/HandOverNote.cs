using System.Text;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Leaving;

/// <summary>Writes what a manager reads about somebody who leaves.</summary>
internal static class HandOverNote
{
    private static readonly LocalizedText Head = LocalizedText.Of(
        "Leaver checklist for {0}, about {1}. What is left to collect or to decide:",
        "Übergabe für {0}, zu {1}. Was noch einzusammeln oder zu entscheiden ist:",
        "Traspaso para {0}, sobre {1}. Lo que queda por recoger o decidir:",
        "Passation pour {0}, au sujet de {1}. Ce qui reste à récupérer ou à décider :");

    private static readonly LocalizedText Devices = LocalizedText.Of("Company devices: {0}", "Geräte der Firma: {0}", "Dispositivos de la empresa: {0}", "Appareils de l'entreprise : {0}");

    private static readonly LocalizedText Licences = LocalizedText.Of("Licences that stay: {0}", "Lizenzen, die bleiben: {0}", "Licencias que se mantienen: {0}", "Licences qui restent : {0}");

    private static readonly LocalizedText Groups = LocalizedText.Of("Groups that stay: {0}", "Gruppen, die bleiben: {0}", "Grupos que se mantienen: {0}", "Groupes qui restent : {0}");

    private static readonly LocalizedText Nothing = LocalizedText.Of("none known", "keine bekannt", "ninguno conocido", "aucun connu");

    private static readonly LocalizedText Mail = LocalizedText.Of(
        "Mailbox, OneDrive and other files were not touched: say who gets access, and when they may be deleted.",
        "Postfach, OneDrive und andere Dateien wurden nicht angefasst: Sagen Sie, wer Zugriff bekommt und wann sie gelöscht werden dürfen.",
        "El buzón, OneDrive y los demás archivos no se han tocado: indique quién tendrá acceso y cuándo pueden borrarse.",
        "La boîte aux lettres, OneDrive et les autres fichiers n'ont pas été touchés : dites qui y aura accès et quand ils peuvent être supprimés.");

    /// <summary>The note.</summary>
    /// <param name="language">Two-letter language; English where there is no text in it.</param>
    /// <param name="manager">Who is told.</param>
    /// <param name="leaver">Who leaves.</param>
    /// <param name="left">What is still there.</param>
    public static string Write(
        string language, string manager, string leaver, (IReadOnlyList<string> Devices, IReadOnlyList<string> Licences, IReadOnlyList<string> Groups) left)
    {
        var note = new StringBuilder(Filled(Head, manager, leaver));
        foreach (var (line, names) in new[] { (Devices, left.Devices), (Licences, left.Licences), (Groups, left.Groups) })
            note.Append("\n- ").Append(Filled(line, names.Count == 0 ? Nothing.In(language) : string.Join("; ", names), ""));
        return note.Append("\n- ").Append(Mail.In(language)).ToString();

        // Names may hold braces, so nothing is formatted twice.
        string Filled(LocalizedText text, string first, string second) =>
            string.Join(first, text.In(language).Split("{0}").Select(part => string.Join(second, part.Split("{1}"))));
    }
}
