using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;

namespace HelpDesk.Web.Runbooks;

/// <summary>A step of a runbook with its catalogue entry and approval.</summary>
/// <param name="Step">The step.</param>
/// <param name="About">Its catalogue entry.</param>
/// <param name="Conditions">What its conditions mean; empty = always.</param>
/// <param name="Approval">Who approves it: group, number of people, time limit.</param>
/// <param name="WhyOff">Why it is switched off here and skipped; null when it is not.</param>
public sealed record DrawnStep(RunbookStep Step, RemediationDescriptor About, IReadOnlyList<string> Conditions, string Approval, string? WhyOff)
{
    /// <summary>True when it never runs without an approval, whatever policy says.</summary>
    public bool AlwaysAsks => About.Impact == Impact.High || About.Reversibility == Reversibility.Irreversible;

    /// <summary>What it acts on, for people.</summary>
    public string On => Step.On switch
    {
        StepTarget.Subject => "the person's account",
        StepTarget.Device => "the reported device",
        _ => "each of the person's devices",
    };
}
