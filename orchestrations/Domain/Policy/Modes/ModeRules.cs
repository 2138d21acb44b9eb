namespace HelpDesk.Orchestrations.Domain.Policy.Modes;

/// <summary>Switches of all runbooks.</summary>
/// <param name="Default">For runbooks that are not named.</param>
/// <param name="ByRunbook">By runbook id.</param>
public sealed record ModeRules(RunbookSwitch Default, IReadOnlyDictionary<string, RunbookSwitch> ByRunbook)
{
    /// <summary>The switch of a runbook.</summary>
    public RunbookSwitch For(string runbookId) => ByRunbook.GetValueOrDefault(runbookId, Default);
}

/// <summary>How far a runbook may go, from nothing to everything.</summary>
public enum RunbookMode
{
    /// <summary>Not used: a person does it.</summary>
    Off,

    /// <summary>Planned and judged for the record; a person does it.</summary>
    Shadow,

    /// <summary>Done only after an approval, however harmless.</summary>
    Suggest,

    /// <summary>Done as the rules allow.</summary>
    Auto,
}

/// <summary>The switch of one runbook.</summary>
/// <param name="Mode">How far it may go.</param>
/// <param name="Rollout">Per cent of cases, 0 to 100, for which <see cref="RunbookMode.Auto"/> counts; the others need an approval.</param>
public sealed record RunbookSwitch(RunbookMode Mode, int Rollout = 100);

/// <summary>A time in which nothing is changed automatically.</summary>
/// <param name="Id">Its name.</param>
/// <param name="From">First moment, UTC.</param>
/// <param name="Until">First moment after it, UTC.</param>
/// <param name="Reason">Why, for the approver.</param>
/// <param name="Except">Runbooks that go on (security does not freeze).</param>
public sealed record ChangeFreeze(string Id, DateTimeOffset From, DateTimeOffset Until, string Reason, IReadOnlyList<string> Except);
