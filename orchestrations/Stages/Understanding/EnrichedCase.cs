using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>What enrichment found.</summary>
/// <param name="Requester">The <see cref="RequesterSnapshot"/>.</param>
/// <param name="IsMatched">True when the requester is one verified person.</param>
/// <param name="NotMatched">Why not; null when they are.</param>
/// <param name="Language">Their preferred language in the directory; null when unknown.</param>
public sealed record EnrichedCase(ContextReference Requester, bool IsMatched, string? NotMatched, string? Language);
