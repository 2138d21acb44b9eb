namespace HelpDesk.Bench.Throttling;

/// <summary>The people that a bulk remediation is about.</summary>
/// <param name="ids">Their object ids.</param>
internal sealed class BulkTargets(IReadOnlyList<string> ids)
{
    /// <summary>Their object ids.</summary>
    public IReadOnlyList<string> Ids { get; } = ids;

    /// <summary>True while none of them may sign in; so it is at the start.</summary>
    public bool AreBlocked { get; set; } = true;
}
