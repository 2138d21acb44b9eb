using HelpDesk.Orchestrations.Audit;

namespace HelpDesk.Web.Audit;

/// <summary>What the page of a chain shows.</summary>
/// <param name="CaseId">The chain.</param>
/// <param name="Name">What people call it.</param>
/// <param name="HasCase">True when there is a case to go to.</param>
/// <param name="Entries">Its entries, in order, as far as they can be read.</param>
/// <param name="Actors">Names of its actors. Untrusted texts.</param>
/// <param name="Faults">What verification found; empty when the chain is as it was written.</param>
public sealed record ChainModel(
    string CaseId, string Name, bool HasCase, IReadOnlyList<AuditEntry> Entries, IReadOnlyDictionary<string, string> Actors, IReadOnlyList<string> Faults);
