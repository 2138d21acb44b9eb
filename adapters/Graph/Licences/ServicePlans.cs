namespace HelpDesk.Adapters.Graph.Licences;

/// <summary>
/// What the names of service plans tell. Graph publishes no table of which exclude each other; these are the families of which a user
/// can hold one member only (general knowledge, to be confirmed on a tenant). What it does not know, Graph's own refusal still tells.
/// </summary>
internal static class ServicePlans
{
    // The first families: a mailbox, files.
    private const int MailAndFileFamilies = 2;

    private static readonly string[][] Families =
    [
        ["EXCHANGE_S_STANDARD", "EXCHANGE_S_ENTERPRISE", "EXCHANGE_S_DESKLESS"],
        ["SHAREPOINTSTANDARD", "SHAREPOINTENTERPRISE", "SHAREPOINTDESKLESS"],
        ["MCOSTANDARD", "MCOIMP"],
    ];

    // On these hang a mailbox or the files of a person: without the plan they are deleted after a time.
    private static readonly HashSet<string> MailAndFiles = new(StringComparer.OrdinalIgnoreCase)
    {
        "EXCHANGE_S_STANDARD", "EXCHANGE_S_ENTERPRISE", "EXCHANGE_S_DESKLESS", "EXCHANGE_L_STANDARD", "EXCHANGE_B_STANDARD",
        "SHAREPOINTSTANDARD", "SHAREPOINTENTERPRISE", "SHAREPOINTDESKLESS", "ONEDRIVESTANDARD", "ONEDRIVEENTERPRISE",
    };

    /// <summary>True when a mailbox or files hang on the plan.</summary>
    public static bool HoldsMailOrFiles(string? name) => name is not null && MailAndFiles.Contains(name);

    /// <summary>True when a mailbox or files hang on the old plans and none of the new ones takes them over.</summary>
    public static bool Loses(IReadOnlyCollection<string> old, IReadOnlyCollection<string> now) =>
        Families.Take(MailAndFileFamilies).Any(names => old.Any(plan => names.Contains(plan, StringComparer.OrdinalIgnoreCase)) && !now.Any(plan => names.Contains(plan, StringComparer.OrdinalIgnoreCase)));

    /// <summary>The first two plans that exclude each other; null when none do.</summary>
    public static (string Wanted, string Kept)? Conflict(IEnumerable<string> wanted, IReadOnlyCollection<string> kept)
    {
        foreach (var plan in wanted)
        {
            var family = Families.FirstOrDefault(names => names.Contains(plan, StringComparer.OrdinalIgnoreCase)) ?? [];
            if (kept.FirstOrDefault(held => family.Contains(held, StringComparer.OrdinalIgnoreCase) && !string.Equals(held, plan, StringComparison.OrdinalIgnoreCase)) is { } other)
                return (plan, other);
        }

        return null;
    }
}
