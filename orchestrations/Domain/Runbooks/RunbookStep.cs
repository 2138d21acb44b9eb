namespace HelpDesk.Orchestrations.Domain.Runbooks;

/// <summary>One step of a runbook.</summary>
/// <param name="Id">Unique in the runbook.</param>
/// <param name="Do">Catalogue id of the remediation.</param>
/// <param name="On">What it acts on.</param>
/// <param name="When">Named conditions that must all hold; empty = always.</param>
/// <param name="With">Parameters: literal values, or references into the access catalogue (<c>access.requested.group</c>).</param>
/// <param name="IsOptional">True when the plan goes on without it if it must not be planned on this target; default false.</param>
/// <param name="Line">Its line in the file.</param>
/// <param name="Contain">True when it contains the threat: planned by itself and done at once, where policy allows it. Default false.</param>
public sealed record RunbookStep(
    string Id,
    string Do,
    StepTarget On,
    IReadOnlyList<string> When,
    IReadOnlyDictionary<string, string> With,
    bool IsOptional,
    int Line,
    bool Contain = false);

/// <summary>What a runbook step acts on.</summary>
public enum StepTarget
{
    /// <summary>The subject's account.</summary>
    Subject,

    /// <summary>The one device that is meant beyond doubt.</summary>
    Device,

    /// <summary>All devices of the subject, one plan step each.</summary>
    Devices,
}

/// <summary>A runbook step that the plan does not take.</summary>
/// <param name="Id">The step's id.</param>
/// <param name="Remediation">Catalogue id.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record LeftOutStep(string Id, string Remediation, string Reason);
