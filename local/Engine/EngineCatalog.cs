using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Local.Engine;

/// <summary>The workflows and activities of this program, by the names that are in histories.</summary>
internal sealed class EngineCatalog
{
    private readonly Dictionary<string, WorkflowReference> _workflows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActivityReference> _activities = new(StringComparer.Ordinal);

    public EngineCatalog(IEnumerable<WorkflowReference> workflows, IEnumerable<ActivityReference> activities)
    {
        foreach (var workflow in workflows)
        {
            if (!_workflows.TryAdd(workflow.Name, workflow))
                throw new InvalidOperationException($"Two workflows are named '{workflow.Name}': histories hold the name, so it must be unique.");
        }

        foreach (var activity in activities)
        {
            if (!_activities.TryAdd(activity.Name, activity))
                throw new InvalidOperationException($"Two activities are named '{activity.Name}': histories hold the name, so it must be unique.");
        }
    }

    public WorkflowReference? Workflow(string name) => _workflows.GetValueOrDefault(name);

    /// <summary>With whom an instance takes turns.</summary>
    /// <param name="workflow">Its workflow.</param>
    /// <param name="id">Its id.</param>
    /// <param name="input">Its input as JSON.</param>
    /// <param name="parent">The lane of the instance that called it; null when there is none or it is not known.</param>
    public Lane LaneOf(string workflow, string id, string input, Lane? parent = null) => Lane.Of(id, Workflow(workflow)?.ShareOf(input), parent);

    public ActivityReference? Activity(string name) => _activities.GetValueOrDefault(name);
}
