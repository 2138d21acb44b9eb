namespace HelpDesk.Orchestrations.Tests.Policy.Properties;

/// <summary>What happens between planning and deciding; whoever forges the stored plan also forges its hash.</summary>
internal enum Meddling
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Nothing either: the ordinary case is to be the most frequent.</summary>
    NoneAgain,

    /// <summary>All devices get another primary user.</summary>
    DevicesChangeHands,

    /// <summary>The requester gets another manager.</summary>
    ManagerChanges,

    /// <summary>The first step is put on somebody else's object.</summary>
    OneTargetIsForged,

    /// <summary>The plan is put on somebody else, with all its steps on their account.</summary>
    SubjectIsForged,
}
