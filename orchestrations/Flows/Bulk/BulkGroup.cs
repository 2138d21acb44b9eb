using HelpDesk.Orchestrations.Domain.Directory;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>A group as a list.</summary>
/// <param name="Group">The group; null when it cannot be a list.</param>
/// <param name="Members">Object ids of the people in it; not empty when there is a group.</param>
/// <param name="WhyNot">Why it cannot be one; null when it can.</param>
public sealed record BulkGroup(DirectoryGroup? Group, IReadOnlyList<string> Members, string? WhyNot)
{
    /// <summary>It cannot be a list.</summary>
    public static BulkGroup None(string why) => new(null, [], why);
}
