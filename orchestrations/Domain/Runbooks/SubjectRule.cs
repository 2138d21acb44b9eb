namespace HelpDesk.Orchestrations.Domain.Runbooks;

/// <summary>Whose account and devices a runbook may change.</summary>
public enum SubjectRule
{
    /// <summary>Only those of the person who asks.</summary>
    Requester,

    /// <summary>Those of somebody else, when a delegate rule of policy lets the requester ask for them.</summary>
    Delegate,

    /// <summary>Those of everybody on the list of a bulk run that an operator starts; never those of a ticket.</summary>
    Listed,
}
