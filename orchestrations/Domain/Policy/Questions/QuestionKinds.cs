namespace HelpDesk.Orchestrations.Domain.Policy.Questions;

/// <summary>The closed list of what a requester can be asked.</summary>
public static class QuestionKinds
{
    /// <summary>Which of the person's devices the ticket is about.</summary>
    public const string WhichDevice = "which-device";

    /// <summary>Which application, group or licence of the access catalogue is asked for.</summary>
    public const string WhichAccess = "which-access";

    /// <summary>What the ticket is about, when it does not say.</summary>
    public const string WhatProblem = "what-problem";

    /// <summary>Whose password, lock or code it is about: the account in the directory or another system's.</summary>
    public const string WhichSystem = "which-system";

    /// <summary>Who leaves the company, by mail address, and when.</summary>
    public const string WhoLeaves = "who-leaves";

    /// <summary>Whether a problem is still there that the ticket half reports as over.</summary>
    public const string StillHappening = "still-happening";

    /// <summary>Whether a lost computer is gone for good, so that it is to be wiped.</summary>
    public const string GoneForGood = "gone-for-good";

    /// <summary>What an approver wants to know before they decide, in their own words. No policy switches it: a person asks it.</summary>
    public const string OfApprover = "of-approver";

    /// <summary>Whether an answer from knowledge solved it. Asked with the answer; policy says for which intents (<see cref="QuestionRules.AnswerFor"/>).</summary>
    public const string DidItHelp = "did-it-help";

    /// <summary>All that policy lists by kind.</summary>
    public static IReadOnlyList<string> All { get; } = [WhichDevice, WhichAccess, WhatProblem, WhichSystem, WhoLeaves, StillHappening, GoneForGood];
}
