using HelpDesk.Local.Engine.Replay;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Local.Engine.Store;

/// <summary>An instance as its row says, without its history.</summary>
internal sealed record StoredInstance(
    long Row, long Version, WorkflowState State, InstanceStart Start, string? Parent, int? ParentStep, string? Trace)
{
    /// <summary>With whom it takes turns.</summary>
    public required Lane Lane { get; init; }

    public static StoredInstance Made(long row, NewInstance made, Lane lane) => new(
        row, 0, WorkflowState.Pending, new InstanceStart(made.Id, made.Workflow, 0, 1, made.Input), made.Parent, made.ParentStep, made.Trace)
    { Lane = lane };
}
