using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Web.Layout;

namespace HelpDesk.Web.Cases;

/// <summary>Reads what happened in a case, with the names of the people who did it.</summary>
public sealed class CaseTimelines(IAuditLog audit, PersonNames names)
{
    /// <summary>The timeline of a case. A damaged chain is shown up to the damage.</summary>
    public async Task<CaseTimeline> OfAsync(string caseId, CancellationToken cancellation)
    {
        var entries = new List<AuditEntry>();
        string? damage = null;
        try
        {
            await foreach (var entry in audit.ReadAsync(new CaseId(caseId), cancellation))
                entries.Add(entry);
        }
        catch (AuditDamagedException cause)
        {
            damage = cause.Message;
        }

        return new CaseTimeline(entries, await names.OfActorsAsync(entries.Select(entry => entry.Event.Actor), cancellation), damage);
    }
}

/// <summary>What happened in a case.</summary>
/// <param name="Entries">Its audit chain, in order.</param>
/// <param name="Actors">Names of the actors in it. Untrusted texts.</param>
/// <param name="Damage">Why the rest of the chain cannot be shown; null when all of it is.</param>
public sealed record CaseTimeline(IReadOnlyList<AuditEntry> Entries, IReadOnlyDictionary<string, string> Actors, string? Damage);
