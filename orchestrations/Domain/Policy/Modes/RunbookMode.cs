namespace HelpDesk.Orchestrations.Domain.Policy.Modes;

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
