using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy.Systems;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>
/// Joins what a model saw to what the text shows. A sign can add a trait and never take one away; a system can only be moved away from the
/// directory, never to it.
/// </summary>
internal static class ModelSigns
{
    // More likely than not: an intent that is only a guess marks nothing.
    private const double Sure = 0.5;

    /// <summary>Traits and system after a model's signs.</summary>
    public static (IReadOnlyList<string> Traits, string? System) Add(TriageAnswer answer, IReadOnlyList<string> traits, string? system, SystemTable table)
    {
        // An alert is written by a program, and a report of work done tells of work done, whoever says so.
        var signs = answer.Signs ?? new TriageSigns();
        (string Trait, bool Shows)[] seen =
        [
            (TicketTraits.Machine, signs.IsMachine || Says(answer, IntentCatalogue.MonitoringAlert)),
            (TicketTraits.SaidDone, signs.IsAlreadyDone || Says(answer, IntentCatalogue.AlreadyDone)),
            (TicketTraits.ThirdParty, signs.IsThirdParty),
            (TicketTraits.Reactivation, signs.IsReactivation),
        ];
        return ([.. traits.Union(seen.Where(one => one.Shows).Select(one => one.Trait), StringComparer.Ordinal)], SystemOf(table.Known(signs.System), system));
    }

    private static bool Says(TriageAnswer answer, string intent) => answer.Intent == intent && answer.Confidence >= Sure;

    private static string? SystemOf(string? said, string? seen)
    {
        var isElsewhere = seen is not null and not SystemTable.Entra and not SystemTable.Unknown;
        return said is null or SystemTable.Entra || isElsewhere ? seen ?? said : said;
    }
}
