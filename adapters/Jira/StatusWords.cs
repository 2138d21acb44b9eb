using System.Globalization;
using System.Text;

namespace HelpDesk.Adapters.Jira;

/// <summary>What the name of a status, a transition or a resolution means, by its words. Names are a site's own, in its own language.</summary>
internal static class StatusWords
{
    private static readonly string[] Solved =
    [
        "resolve", "solve", "done", "fixed", "complete", "fulfil", "gelost", "losen", "erledigt", "behoben", "fertig", "abgeschlossen", "resuelt", "resolver", "solucion", "hecho", "completad",
        "resolu", "resoudre", "termine", "traite", "risolt", "completat", "resolvid", "concluid", "opgelost", "afgerond", "rozwiazan", "lost ", "klar ", "vyresen", "解決", "完了", "已解决",
    ];

    private static readonly string[] NotSolved =
    [
        "cancel", "reject", "declin", "withdraw", "abandon", "duplicate", "won t", "wont", "cannot reproduce", "can t", "not a ", "invalid", "obsolete", "deferred", "unresolved", "not resolved", "not solved", "incomplete", "dropped", "discard",
        "abgebrochen", "storniert", "abgelehnt", "zuruckgezogen", "verworfen", "duplikat", "ungultig", "nicht gelost", "wird nicht", "abbrechen", "ablehnen", "stornieren",
        "anulad", "anular", "rechaz", "descartad", "duplicad", "retirad", "no se hara", "sin resolver", "annul", "rejet", "refus", "abandonn", "retire", "doublon", "non resolu", "ne sera pas",
        "rifiutat", "respint", "recusad", "rejeitad", "geannuleerd", "afgewezen", "anulowan", "odrzucon", "avbrut", "avvis", "zruseno", "zamitnut", "キャンセル", "却下", "取消",
    ];

    private static readonly string[] Closed = ["closed", "close ", "geschlossen", "cerrad", "ferme", "clos ", "chius", "fechad", "gesloten", "zamknie", "stangd"];

    /// <summary>True for a name that cancels, rejects or declines, or says that nothing was solved.</summary>
    public static bool IsNotSolved(string name) => Has(name, NotSolved);

    /// <summary>True for a name that means solved.</summary>
    public static bool IsSolved(string name) => Has(name, Solved) && !IsNotSolved(name);

    /// <summary>True for a name that means closed, which says nothing about solved.</summary>
    public static bool IsClosed(string name) => Has(name, Closed);

    private static bool Has(string name, string[] words)
    {
        var folded = $" {Fold(name)} ";
        return Array.Exists(words, word => folded.Contains(char.IsAsciiLetter(word[0]) ? $" {word}" : word, StringComparison.Ordinal));
    }

    private static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
                folded.Append(letter is 'ł' or 'Ł' ? 'l' : char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().Trim();
    }
}
