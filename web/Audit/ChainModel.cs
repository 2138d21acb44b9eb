using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Web.Audit;

/// <summary>What the page of a chain shows.</summary>
/// <param name="CaseId">The chain.</param>
/// <param name="Name">What people call it.</param>
/// <param name="HasCase">True when there is a case to go to.</param>
/// <param name="Entries">One page of its entries, in order, as far as they can be read.</param>
/// <param name="Total">How many it has.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Actors">Names of its actors. Untrusted texts.</param>
/// <param name="Faults">What verification found; empty when the chain is unchanged.</param>
public sealed record ChainModel(
    string CaseId, string Name, bool HasCase, IReadOnlyList<AuditEntry> Entries, int Total, int Page, IReadOnlyDictionary<string, string> Actors, IReadOnlyList<string> Faults)
{
    /// <summary>Entries of one page: the chain of a ticket has some dozens, that of a bulk run thousands.</summary>
    public const int PageSize = 200;

    /// <summary>True when there is a next page.</summary>
    public bool HasMore => Page * PageSize < Total;
}
