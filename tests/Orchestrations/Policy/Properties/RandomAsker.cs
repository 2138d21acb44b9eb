namespace HelpDesk.Orchestrations.Tests.Policy.Properties;

/// <summary>Who asks for the subject of a random plan.</summary>
internal enum RandomAsker
{
    /// <summary>The subject.</summary>
    Themselves,

    /// <summary>Somebody else, with a runbook for delegates and a rule that holds.</summary>
    Delegate,

    /// <summary>Somebody else, with a runbook for delegates and no rule that holds.</summary>
    Stranger,

    /// <summary>Somebody else whom a rule would let ask, with a runbook that is only for requesters.</summary>
    DelegateWithAnotherRunbook,
}
