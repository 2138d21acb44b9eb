using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Whether what a run did can be taken back as a whole, and what of it.</summary>
/// <param name="WhyNot">Why it cannot be; null when it can.</param>
/// <param name="Back">What is taken back where it changed something, in the order of the undo.</param>
/// <param name="Stays">What cannot be taken back.</param>
/// <param name="Until">Until when at the latest, UTC; each target has its own time.</param>
public sealed record BulkUndoOffer(string? WhyNot, IReadOnlyList<RemediationDescriptor> Back, IReadOnlyList<RemediationDescriptor> Stays, DateTimeOffset? Until)
{
    /// <summary>It cannot be taken back.</summary>
    public static BulkUndoOffer None(string why) => new(why, [], [], null);
}
