namespace HelpDesk.Orchestrations.Domain.Runbooks;

/// <summary>All runbooks that were loaded at start. There is no reloading: what a plan was made from is what is in force.</summary>
public sealed class RunbookLibrary
{
    private readonly Dictionary<string, Runbook> _byId;
    private readonly Dictionary<string, Runbook> _byIntent;

    /// <summary>Takes runbooks that passed validation; of two with the same id or intent the first counts.</summary>
    public RunbookLibrary(IEnumerable<Runbook> runbooks)
    {
        All = [.. runbooks.OrderBy(runbook => runbook.Id, StringComparer.Ordinal)];
        _byId = All.DistinctBy(runbook => runbook.Id, StringComparer.Ordinal).ToDictionary(runbook => runbook.Id, StringComparer.Ordinal);
        _byIntent = All
            .SelectMany(runbook => runbook.Intents, (runbook, intent) => (Intent: intent, Runbook: runbook))
            .DistinctBy(pair => pair.Intent, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Intent, pair => pair.Runbook, StringComparer.Ordinal);
    }

    /// <summary>All of them, by id.</summary>
    public IReadOnlyList<Runbook> All { get; }

    /// <summary>The runbook of that id, or null.</summary>
    public Runbook? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The runbook that answers an intent, or null.</summary>
    public Runbook? ForIntent(string intent) => _byIntent.GetValueOrDefault(intent);
}
