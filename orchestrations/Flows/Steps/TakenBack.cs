namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>What was taken back after a step failed.</summary>
/// <param name="Steps">Indexes of the steps whose effect is gone again.</param>
/// <param name="Rest">What was tried to be taken back and stands: one sentence each, for whoever takes over; empty when nothing does.</param>
internal sealed record TakenBack(IReadOnlyList<int> Steps, IReadOnlyList<string> Rest)
{
    /// <summary>Nothing was to be taken back.</summary>
    public static TakenBack Nothing { get; } = new([], []);
}
