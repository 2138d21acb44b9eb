namespace HelpDesk.Simulator.Effects;

/// <summary>One change that a simulated system really made.</summary>
/// <param name="Number">Running number from 1.</param>
/// <param name="At">When.</param>
/// <param name="System">graph, servicenow, jira, teams.</param>
/// <param name="Operation">What was done, such as <c>POST /users/{user-id}/revokeSignInSessions</c>.</param>
/// <param name="TargetId">Id of what was changed.</param>
/// <param name="ClientRequestId">The caller's id of the request, or null.</param>
public sealed record Effect(long Number, DateTimeOffset At, string System, string Operation, string TargetId, string? ClientRequestId)
{
    /// <summary>Ids of all objects that it happened to, the target among them: such as the group and the member.</summary>
    public IReadOnlyList<string> Concerns { get; init; } = [];
}
