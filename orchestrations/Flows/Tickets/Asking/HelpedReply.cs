using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>Whether a short reply to "did this solve it?" says no: by its first word, or by what people write when something did not help.</summary>
internal static partial class HelpedReply
{
    /// <summary>True for a no; what is neither yes nor no is read as every other reply.</summary>
    public static bool SaysNo(string words) => No().IsMatch(words) || NotHelped().IsMatch(words);

    [GeneratedRegex(@"^\W*(no|nope|nah|nein|nee|non|negative|leider nicht|unfortunately not|not really|pas vraiment|todavía no|aún no|noch nicht|not yet)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex No();

    [GeneratedRegex(
        @"\b(did ?n[o']?t|does ?n[o']?t|has ?n[o']?t|is ?n[o']?t) (really )?(help|work|solve|fix)\w*|\bnot (solved|helpful|fixed|working)\b|\bstill (not|the same|does|broken|there)\b|\b(hilft|half|geholfen|gelöst|funktioniert|geht) (leider |immer noch |noch )?nicht\b|\bnicht (geholfen|gelöst|funktioniert)\b|\bno (me )?(ayuda|ha ayudado|funciona|funcionó|sirve|se ha resuelto)\b|\bsigue (igual|sin)\b|\bn'a pas (aidé|marché|fonctionné)\b|\bne (marche|fonctionne|résout) (toujours )?pas\b|\bpas résolu\b|\btoujours pas\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NotHelped();
}
