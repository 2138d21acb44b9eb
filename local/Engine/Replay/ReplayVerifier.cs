using HelpDesk.Local.Engine.Histories;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Local.Engine.Replay;

/// <summary>
/// Replays recorded histories against the code of today, without an engine. A difference means that instances of that age would be
/// suspended after an update: keep the old way in the code, or let them end first.
/// </summary>
public static class ReplayVerifier
{
    /// <summary>Replays one history.</summary>
    /// <param name="workflow">The code.</param>
    /// <param name="historyJson">Text of a <see cref="HistoryFile"/>.</param>
    /// <exception cref="ArgumentException">The history was recorded from a workflow of another name.</exception>
    public static ReplayVerdict Replay(WorkflowReference workflow, string historyJson)
    {
        var file = HistoryFile.Parse(historyJson);
        if (file.Workflow != workflow.Name)
            throw new ArgumentException($"The history is one of {file.Workflow}, not of {workflow.Name}.", nameof(historyJson));
        var head = new InstanceStart(
            file.InstanceId, file.Workflow, file.Generation, file.FirstStep, file.Input?.ToJsonString(DurableJson.Options) ?? "null");
        try
        {
            new WorkflowRun(workflow, head, static () => { }).Replay(file.Entries());
            return ReplayVerdict.Same;
        }
        catch (ReplayException error)
        {
            return new ReplayVerdict(false, error.Step, error.Recorded, error.Asked, error.Message);
        }
    }
}
