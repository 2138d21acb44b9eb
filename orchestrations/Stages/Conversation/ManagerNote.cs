using System.Text;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>Writes the comment that tells a manager what a leaving employee still has.</summary>
internal static class ManagerNote
{
    private static readonly LocalizedText Opening = LocalizedText.Of(
        "For {0}: {1} is leaving. Still to collect or decide:",
        "Für {0}: {1} verlässt das Unternehmen. Noch einzusammeln oder zu entscheiden:",
        "Para {0}: {1} deja la empresa. Queda por recoger o decidir:",
        "Pour {0} : {1} quitte l'entreprise. Reste à récupérer ou à décider :");

    private static readonly LocalizedText Devices = LocalizedText.Of("Company devices: {0}", "Geräte der Firma: {0}", "Dispositivos de la empresa: {0}", "Appareils de l'entreprise : {0}");

    private static readonly LocalizedText Licences = LocalizedText.Of("Remaining licences: {0}", "Verbleibende Lizenzen: {0}", "Licencias que se mantienen: {0}", "Licences qui restent : {0}");

    private static readonly LocalizedText Groups = LocalizedText.Of("Remaining groups: {0}", "Verbleibende Gruppen: {0}", "Grupos que se mantienen: {0}", "Groupes qui restent : {0}");

    private static readonly LocalizedText Nothing = LocalizedText.Of("none known", "keine bekannt", "ninguno conocido", "aucun connu");

    private static readonly LocalizedText Mail = LocalizedText.Of(
        "Mailbox, OneDrive and other files were not changed. Decide who gets access and when they can be deleted.",
        "Postfach, OneDrive und andere Dateien wurden nicht geändert. Bitte entscheiden Sie, wer Zugriff bekommt und wann sie gelöscht werden dürfen.",
        "El buzón, OneDrive y los demás archivos no se han tocado: indique quién tendrá acceso y cuándo pueden borrarse.",
        "La boîte aux lettres, OneDrive et les autres fichiers n'ont pas été touchés : dites qui y aura accès et quand ils peuvent être supprimés.");

    /// <summary>The comment in the manager's language; English where there is no text in it.</summary>
    /// <param name="language">Two-letter language of the manager.</param>
    /// <param name="manager">Name of the manager.</param>
    /// <param name="leaver">Name of the person who leaves.</param>
    /// <param name="left">What the person still has.</param>
    public static string Write(string language, string manager, string leaver, PersonHoldings left)
    {
        var note = new StringBuilder(Opening.Filled(language, manager, leaver));
        foreach (var (line, names) in new[] { (Devices, left.Devices), (Licences, left.Licences), (Groups, left.Groups) })
            note.Append("\n- ").Append(line.Filled(language, names.Count == 0 ? Nothing.In(language) : string.Join("; ", names)));
        return note.Append("\n- ").Append(Mail.In(language)).ToString();
    }
}
