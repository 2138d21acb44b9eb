namespace HelpDesk.Local.Engine.Store;

/// <summary>A workflow instance to be made.</summary>
/// <param name="Id">Its id; unique over running and finished instances.</param>
/// <param name="Workflow">Name of the workflow.</param>
/// <param name="Input">Input as JSON.</param>
/// <param name="Trace">W3C traceparent under which all its turns and activities run.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Parent">The instance that called it as a child.</param>
/// <param name="ParentStep">The step of the parent that waits for it.</param>
internal sealed record NewInstance(
    string Id, string Workflow, string Input, string? Trace, DateTimeOffset At, string? Parent = null, int? ParentStep = null);
