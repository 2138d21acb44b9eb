using System.Text.RegularExpressions;

namespace HelpDesk.Adapters.EmbeddedTriage.Facts;

/// <summary>
/// Whether the requester says that a device is gone for good. A wipe hangs on it, so any sign of doubt counts as no, and a ticket
/// that says neither counts as not told.
/// </summary>
public static class LossCertainty
{
    private const RegexOptions Bounded = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex Doubt = new(
        @"\b(maybe|perhaps|might|possibly|probably|i think|i believe|not sure|unsure|could be|could still|may have|must have left|left (it|my|the) |forgot (it|my|the)|mislaid|misplaced|looking for|still search|can't find|cannot find|couldn't find|can not find|not stolen|wasn't stolen|isn't lost|not lost|found (it|my|the)|i found|turned up|"
        + @"vielleicht|eventuell|vermutlich|wahrscheinlich|evtl|glaube|nicht sicher|moglicherweise|liegen (ge)?lassen|liegengelassen|vergessen|finde .{0,30}nicht|nicht auffindbar|nicht gestohlen|wiedergefunden|gefunden|verlegt|"
        + @"quiza|quizas|tal vez|a lo mejor|puede que|probablemente|creo que|no estoy segur[oa]|me deje|olvide|olvidado|no encuentro|no robad[oa]|encontrado|"
        + @"peut-etre|probablement|sans doute|je pense|je crois|pas sure?|oublie|laisse|ne retrouve|pas vole|introuvable|retrouve)\b", Bounded);

    private static readonly Regex Certain = new(
        @"\b(stolen|stole|robbed|theft|thief|thieves|burglary|burgled|mugged|snatched|pickpocket|gone for good|certainly lost|definitely lost|certain that it's lost|lost for good|irretrievabl[ey]|"
        + @"(fell|dropped|fallen).{0,40}(harbour|river|lake|sea|ocean|ferry|overboard)|"
        + @"gestohlen|geklaut|entwendet|diebstahl|einbruch|ausgeraubt|uberfallen|endgultig weg|unwiederbringlich|gefallen und .{0,20}weg|"
        + @"robado|robada|robaron|robo|atracaron|hurto|arrebataron|perdido del todo|definitivamente perdido|"
        + @"vole|volee|vol de|vol d'|derobee?|cambriolage|arrache|agresse|definitivement perdu)\b", Bounded);

    /// <summary>True when it is certain, false when there is doubt, null when the ticket does not tell.</summary>
    public static bool? Find(string? text)
    {
        var plain = PlainText.Of(text);
        return Doubt.IsMatch(plain) ? false : Certain.IsMatch(plain) ? true : null;
    }
}
