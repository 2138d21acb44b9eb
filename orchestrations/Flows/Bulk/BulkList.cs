using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>
/// The frozen list. Its hash is what is approved: it holds the hashes of its parts, they hold the hash of every target's plan, and a
/// plan holds ids, parameters, prior state and the hash of the runbook.
/// </summary>
/// <param name="CaseId">The bulk case.</param>
/// <param name="RunbookId">The runbook.</param>
/// <param name="RunbookHash">SHA-256 of its file.</param>
/// <param name="Count">How many targets.</param>
/// <param name="Limits">Waves, failure rates and budget.</param>
/// <param name="Parts">Its parts, in order.</param>
public sealed record BulkList(
    CaseId CaseId, string RunbookId, string RunbookHash, int Count, BulkLimits Limits, IReadOnlyList<BulkListPartReference> Parts)
{
    /// <summary>Kind of the list in the context store.</summary>
    public const string Kind = "bulk-list";

    /// <summary>Kind of its parts.</summary>
    public const string PartKind = "bulk-list-part";

    /// <summary>Parameter of the approved plan that holds the list's hash.</summary>
    public const string Parameter = "list";

    /// <summary>The list of an approved plan, in the context store.</summary>
    internal static ContextReference Of(Plan plan) => new(plan.CaseId, Kind, plan.Steps[0].Parameter(Parameter));
}

/// <summary>Where a part of the frozen list lies.</summary>
/// <param name="First">Subject id of its first target.</param>
/// <param name="Last">Subject id of its last target.</param>
/// <param name="Count">How many targets it has.</param>
/// <param name="Hash">SHA-256 of its JSON, lower-case hex: its name in the context store.</param>
public sealed record BulkListPartReference(string First, string Last, int Count, string Hash);

/// <summary>Some targets of the frozen list: a whole one would be too large for a record.</summary>
/// <param name="Targets">In the order of the list.</param>
public sealed record BulkListPart(IReadOnlyList<BulkTarget> Targets)
{
    /// <summary>Targets of one part; chosen so that a part stays far below the 900 KiB of a record with 20 steps each.</summary>
    public const int Size = 50;
}
