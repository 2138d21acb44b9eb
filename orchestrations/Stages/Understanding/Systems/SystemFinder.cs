using HelpDesk.Orchestrations.Domain.Policy.Systems;
using HelpDesk.Orchestrations.Stages.Understanding.Traits;

namespace HelpDesk.Orchestrations.Stages.Understanding.Systems;

/// <summary>
/// Decides whose password, lock or code a ticket is about, by the words of <c>policy/systems.yaml</c>: the directory's only where nothing else is
/// named. A system that the table does not have is still seen by a name beside the password (<see cref="UnlistedNames"/>).
/// </summary>
/// <param name="table">The systems.</param>
public sealed class SystemFinder(SystemTable table)
{
    private const int Near = 110;
    private const int Beside = 45;
    private const int ShortText = 220;
    private const int Said = 45;
    private const int BeforeNot = 14;
    private const int AfterNot = 26;

    private static readonly string[] Working =
    [
        "is fine", "are fine", "is ok", "are ok", "ok ", "okay", "entro bien", "entro sin", "ningun problema", "kein problem", "works fine", "work fine", "fine obviously", "works normally", "work normally", "works as usual", "no problem there", "no trouble there",
        "funktioniert", "funktionieren", "gehen ganz normal", "geht ganz normal", "geht normal", "laufen normal", "lauft normal", "klappt", "in ordnung", "offnet normal",
        "va bien", "van bien", "funciona bien", "funcionan bien", "funciona con normalidad", "funcionan con normalidad", "sin problema",
        "vont bien", "va tres bien", "vont tres bien", "fonctionne", "fonctionnent", "marche bien", "marchent bien", "s ouvre normalement", "aucun souci", "aucun probleme",
    ];

    private static readonly string[] OwnAccount =
        ["my login", "my normal login", "my own login", "my account", "my normal account", "my work login", "normal login", "normal password", "mein konto", "mein login", "mein account", "meine anmeldung", "mein normales", "mi cuenta", "mi usuario", "mi clave normal", "mon compte", "ma session", "mon mot de passe normal"];

    private static readonly string[] TakenBack = [" nicht ", " nimmer ", " plus ", " pas ", " no more ", " no longer ", " not ", " mal nicht ", " gar nicht ", " auch nicht ", " non plus "];

    private static readonly string[] Not = [" not ", " t ", " no longer ", " no va", " no fun", " nicht", " kein", " ne ", " plus ", " pas ", " mehr ", " until ", " bis ", " jusqu", " hasta "];


    /// <summary>The table.</summary>
    public SystemTable Table { get; } = table;

    /// <summary><c>entra</c>, <c>unknown</c> or <c>other:ID</c>; null where the ticket speaks of no password, lock or code and names no system.</summary>
    /// <param name="title">Redacted title.</param>
    /// <param name="text">Redacted text.</param>
    public string? Find(string title, string text)
    {
        var words = new WordText($"{title}\n{text}");
        var inTitle = new WordText(title).Length;
        var account = words.Places(Table.Account);
        var directory = words.Places(Table.Directory);
        var isFine = SaysItWorks(words);

        var named = Nearest(words, account, inTitle, isKind: false);
        var found = named ?? Nearest(words, account, inTitle, isKind: true);
        if (found is { } other)
        {
            // What the title names is what it is about; else what stands nearest to the password.
            var isDirectory = !isFine && directory.Any(at => at < inTitle || Distance(at, account) < other.Distance) && !other.IsInTitle;
            return isDirectory ? SystemTable.Entra : SystemTable.OtherPrefix + other.Id;
        }

        if (UnlistedNames.Shows(title) || UnlistedNames.Shows(text) || (isFine && !directory.Any(at => at < inTitle)))
            return SystemTable.Unknown;
        return account.Count > 0 ? SystemTable.Entra : null;
    }

    // "Windows and Outlook are fine": the directory's own thing, then that it works.
    private bool SaysItWorks(WordText words)
    {
        var all = words.ToString();
        // Some of the table's phrases hold a "not" themselves: what follows them counts.
        if (Table.Fine.Any(phrase => words.Places([phrase]).Any(at => !IsTakenBack(all[Math.Min(all.Length, at + phrase.TrimEnd().Length)..]))))
            return true;
        return words.Places(Working).Any(at => Array.TrueForAll(Not, no => !all[Math.Max(0, at - BeforeNot)..Math.Min(all.Length, at + AfterNot)].Contains(no, StringComparison.Ordinal))
            && words.Places([.. Table.Directory, .. OwnAccount]).Any(thing => thing < at && at - thing <= Said));
    }

    private static bool IsTakenBack(string after) => Array.Exists(TakenBack, word => after.StartsWith(word, StringComparison.Ordinal));

    private Found? Nearest(WordText words, IReadOnlyList<int> account, int inTitle, bool isKind)
    {
        Found? best = null;
        foreach (var system in Table.All.Where(system => system.IsKind == isKind))
        {
            foreach (var at in words.Places(system.Words))
            {
                var distance = Distance(at, account);
                var isInTitle = at < inTitle;
                var isMeant = distance <= (isKind ? Beside : Near) || (!isKind && (isInTitle || words.Length < ShortText));
                var found = new Found(system.Id, distance, isInTitle);
                if (isMeant && (best is null || found.Rank.CompareTo(best.Rank) < 0))
                    best = found;
            }
        }

        return best;
    }

    private static int Distance(int at, IReadOnlyList<int> account) => account.Count == 0 ? int.MaxValue : account.Min(word => Math.Abs(word - at));

    private sealed record Found(string Id, int Distance, bool IsInTitle)
    {
        public (int, int) Rank => (IsInTitle ? 0 : 1, Distance);
    }
}
