namespace HelpDesk.Orchestrations.Domain.Policy.Modes;

/// <summary>Switches of all runbooks.</summary>
/// <param name="Default">For runbooks that are not named.</param>
/// <param name="ByRunbook">By runbook id.</param>
public sealed record ModeRules(RunbookSwitch Default, IReadOnlyDictionary<string, RunbookSwitch> ByRunbook)
{
    /// <summary>The switch of a runbook.</summary>
    public RunbookSwitch For(string runbookId) => ByRunbook.GetValueOrDefault(runbookId, Default);
}
